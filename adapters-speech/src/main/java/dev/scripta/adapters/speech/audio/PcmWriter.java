package dev.scripta.adapters.speech.audio;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Writes samples of -1 to 1 as 16-bit little-endian PCM, up to a limit. One thread. */
final class PcmWriter implements Closeable, Resampler.Sink {

    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;
    private final Duration limit;
    private final long maxSamples;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long samples;

    PcmWriter(Path file, Duration limit) throws IOException {
        this.out = Files.newOutputStream(file);
        this.limit = limit;
        this.maxSamples = Pcm.samples(limit);
    }

    /** @throws dev.scripta.core.error.RecordingRefusedException when the limit is passed */
    @Override
    public void accept(float sample) throws IOException {
        count(1);
        if (filled == BUFFER) {
            flush();
        }
        int value = Math.clamp(Math.round(sample * 32768f), Short.MIN_VALUE, Short.MAX_VALUE);
        buffer[filled++] = (byte) value;
        buffer[filled++] = (byte) (value >> 8);
    }

    /** The same for samples that are PCM already. */
    void accept(byte[] pcm, int bytes) throws IOException {
        count(bytes / Pcm.SAMPLE_BYTES);
        flush();
        out.write(pcm, 0, bytes);
    }

    private void count(int more) {
        samples += more;
        if (samples > maxSamples) {
            throw Refusals.tooLong(limit);
        }
    }

    /** How many samples were written. */
    long samples() {
        return samples;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
