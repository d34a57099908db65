package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.adapters.speech.openai.OpenAiRecogniser;
import dev.scripta.adapters.speech.openai.OpenAiServer;
import dev.scripta.adapters.speech.openai.OpenAiSettings;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.usecase.SystemTicker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/**
 * Recognises a recording in a process of its own, whose heap is bounded from outside. Arguments: the recording, a folder,
 * the server's URL. Prints the starts of all segments in milliseconds, a line each, then how many calls and gaps there were,
 * and how many bytes of heap were in use at most.
 */
final class LongRecordingMain {

    private LongRecordingMain() {}

    public static void main(String[] args) throws IOException {
        OpenAiSettings server = OpenAiSettings.of(new OpenAiServer(URI.create(args[2]), Optional.empty()), "whisper-1");
        AudioDecoderSettings settings = AudioDecoderSettings.in(Path.of(args[1]))
                .withFfmpeg(AudioDecoderSettings.ffmpegOn(System.getenv("PATH")));
        try (OpenAiRecogniser recogniser = new OpenAiRecogniser(server, new SecureRandom(), new SystemTicker())) {
            tell(new ClipwiseSpeechToText(new AudioDecoder(settings), recogniser, ClipwiseSettings
                    .within(Duration.ofMinutes(10)), System::nanoTime).transcribe(AudioSource.of(Path.of(args[0]))));
        }
    }

    private static void tell(Transcript transcript) {
        for (Segment segment : transcript.segments()) {
            System.out.println(segment.start().toMillis());
        }
        System.out.println(transcript.calls().size());
        System.out.println(transcript.gaps().size());
        System.out.println(ManagementFactory.getMemoryPoolMXBeans()
                .stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum());
    }
}
