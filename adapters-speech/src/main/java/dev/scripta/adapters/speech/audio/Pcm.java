package dev.scripta.adapters.speech.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
    private final AudioFormat format;
    private final Turns turns;
    private final long samples;

    Pcm(Scratch scratch, Path file, AudioFormat format, Turns turns) throws IOException {
        this.scratch = scratch;
        this.file = file;
        this.format = format;
        this.turns = turns;
        this.samples = Files.size(file) / SAMPLE_BYTES;
    }

    /** What it was decoded from, by the first bytes. */
    public AudioFormat format() {
        return format;
    }

    /** The number of samples, at least 1. */
    public long samples() {
        return samples;
    }

    /**
     * The stretches in which somebody may speak, in order; none for silence and noise.
     *
     * @throws InterruptedException when the thread is interrupted while it waits for its turn to compute
     */
    public List<SpeechSegment> speech() throws IOException, InterruptedException {
        return turns.take(() -> SpeechSegmenter.segments(Loudness.of(this)));
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
    public static long samples(Duration duration) {
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

    /**
     * Writes a stretch as a WAV file of its own, as private as this one. Closing removes it as well, if nobody did before.
     */
    public Path wav(SpeechSegment stretch) throws IOException {
        Path wav = scratch.newFile("clip");
        try (InputStream in = open(); OutputStream out = Files.newOutputStream(wav)) {
            in.skipNBytes(stretch.start() * SAMPLE_BYTES);
            WavWriter.write(in, (long) stretch.length() * SAMPLE_BYTES, out);
        }
        return wav;
    }

    /** Removes the file. */
    @Override
    public void close() {
        scratch.close();
    }
}
