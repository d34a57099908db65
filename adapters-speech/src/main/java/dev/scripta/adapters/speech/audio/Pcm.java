package dev.scripta.adapters.speech.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Decoded audio, 16 kHz, one channel, 16-bit little-endian, in a private file that closing removes. The file must not
 * change meanwhile; reading is thread-safe.
 */
public final class Pcm implements AutoCloseable {

    /** Samples a second. */
    public static final int SAMPLE_RATE = 16_000;

    /** Bytes a sample. */
    public static final int SAMPLE_BYTES = 2;

    private final Scratch scratch;
    private final Path file;
    private final long samples;

    Pcm(Scratch scratch, Path file) throws IOException {
        this.scratch = scratch;
        this.file = file;
        this.samples = Files.size(file) / SAMPLE_BYTES;
    }

    /** The number of samples, at least 1. */
    public long samples() {
        return samples;
    }

    /** How long the audio plays. */
    public Duration duration() {
        return duration(samples);
    }

    /** How long so many samples play, to the microsecond. */
    public static Duration duration(long samples) {
        return Duration.ofNanos(samples * 1_000_000 / SAMPLE_RATE * 1_000);
    }

    /** How many samples play so long. */
    static long samples(Duration duration) {
        return duration.toMillis() * SAMPLE_RATE / 1_000;
    }

    /** Opens all samples from the start. The caller closes the stream. */
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /** The bytes of the samples from {@code from} on, {@code count} or as many as there are. */
    public byte[] read(long from, int count) throws IOException {
        try (InputStream in = open()) {
            in.skipNBytes(from * SAMPLE_BYTES);
            return in.readNBytes(count * SAMPLE_BYTES);
        }
    }

    /** Removes the file. */
    @Override
    public void close() {
        scratch.close();
    }
}
