package dev.scripta.adapters.speech.audio;

import dev.scripta.core.model.AudioSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The recordings of the tests. */
public final class Audio {

    private static final Path SAMPLES = Path.of("..", "docs", "samples");

    private Audio() {}

    /** A test recording. */
    public static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Audio.class.getResource("/audio/" + name), name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    /** One of the samples that are published with the documentation. */
    public static Path sample(String name) {
        return SAMPLES.resolve(name);
    }

    static double seconds(Pcm pcm) {
        return (double) pcm.samples() / Pcm.SAMPLE_RATE;
    }

    /** Audio that is no file. */
    static AudioSource inMemory(byte[] bytes) {
        return new AudioSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
