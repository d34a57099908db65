package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Recognises a recording in a process of its own, whose heap is bounded from outside. Arguments: the recording, a folder,
 * the engine's limit of bytes. Prints the starts of all segments in milliseconds, a line each, then how many calls and gaps
 * there were, how many bytes the largest clip had, and how many bytes of heap were in use at most.
 */
final class LongRecordingMain {

    private LongRecordingMain() {}

    public static void main(String[] args) throws IOException {
        ListeningRecogniser recogniser = new ListeningRecogniser(
                ListeningRecogniser.limits(Long.parseLong(args[2]), Duration.ofDays(1), "wav"));
        AudioDecoderSettings settings = AudioDecoderSettings.in(Path.of(args[1]))
                .withFfmpeg(AudioDecoderSettings.ffmpegOn(System.getenv("PATH")));
        Transcript transcript = new ClipwiseSpeechToText(new AudioDecoder(settings), recogniser, ClipwiseSettings
                .within(Duration.ofMinutes(10)), System::nanoTime).transcribe(AudioSource.of(Path.of(args[0])));
        for (Segment segment : transcript.segments()) {
            System.out.println(segment.start().toMillis());
        }
        System.out.println(transcript.calls().size());
        System.out.println(transcript.gaps().size());
        System.out.println(recogniser.asked.stream().mapToLong(ListeningRecogniser.Asked::bytes).max().orElse(0));
        System.out.println(ManagementFactory.getMemoryPoolMXBeans()
                .stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum());
    }
}
