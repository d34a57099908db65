package dev.scripta.adapters.speech.sphinx;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One engine for all tests of a JVM: loading one takes seconds and half a gigabyte. */
final class Engines {

    static final Path FOLDER = folder();
    static final AudioDecoder DECODER = new AudioDecoder(AudioDecoderSettings.in(FOLDER)
            .withMaxDuration(Duration.ofMinutes(5)));
    static final SphinxSpeechToText SHARED = new SphinxSpeechToText(DECODER, SphinxSettings.forCores(2));

    private Engines() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "engine-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
