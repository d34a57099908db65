package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A clip-wise engine over a listening one, with a clock that only moves when it is told to. */
final class Clipwise {

    final ListeningRecogniser recogniser;
    final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    final ClipwiseSpeechToText engine;
    private final Path folder;

    Clipwise(Path folder, ListeningRecogniser recogniser) {
        this(folder, recogniser, ClipwiseSettings.within(Duration.ofMinutes(1)));
    }

    Clipwise(Path folder, ListeningRecogniser recogniser, ClipwiseSettings settings) {
        this.folder = folder;
        this.recogniser = recogniser;
        this.engine = new ClipwiseSpeechToText(new AudioDecoder(AudioDecoderSettings.in(folder)), recogniser, settings,
                nanos::get);
    }

    Transcript transcribe(Path file) throws IOException {
        return engine.transcribe(AudioSource.of(file));
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Files that lie about. */
    long files() throws IOException {
        try (Stream<Path> files = Files.walk(Files.createDirectories(folder.resolve("work")))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** The published call, so many times over: 62.7 s each. */
    static Path calls(Path folder, int times) throws IOException {
        byte[] call = Files.readAllBytes(Audio.sample("conversation-60s.wav"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        // Streaming writers do not know the size either.
        for (int i = 0; i < 4; i++) {
            call[40 + i] = (byte) 0xff;
        }
        all.write(call);
        for (int i = 1; i < times; i++) {
            all.write(call, 44, call.length - 44);
        }
        return Files.write(folder.resolve("calls.wav"), all.toByteArray());
    }
}
