package dev.scripta.adapters.speech.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;

/** Decodes WAV without any other program: streaming, in bounded memory. Thread-safe. */
final class WavDecoder {

    private final Duration maxDuration;

    WavDecoder(Duration maxDuration) {
        this.maxDuration = maxDuration;
    }

    /**
     * Writes the audio to the file.
     *
     * @return the number of samples
     * @throws dev.scripta.core.error.RecordingRefusedException when it is damaged, empty or too long
     * @throws InterruptedException when the thread is interrupted; noticed between blocks
     */
    long decode(InputStream in, Path pcm) throws IOException, InterruptedException {
        try (PcmWriter out = new PcmWriter(pcm, maxDuration)) {
            WavReader reader = new WavReader(in);
            if (reader.holdsPcm()) {
                copyBytes(reader, out);
            } else {
                decode(reader, out);
            }
            if (out.samples() == 0) {
                throw Refusals.withoutAudio();
            }
            return out.samples();
        }
    }

    /** Hands over the samples at 16 kHz. */
    static void decode(InputStream in, Resampler.Sink out) throws IOException, InterruptedException {
        decode(new WavReader(in), out);
    }

    private static void decode(WavReader reader, Resampler.Sink out) throws IOException, InterruptedException {
        if (reader.sampleRate() == Pcm.SAMPLE_RATE) {
            copy(reader, out);
        } else {
            resample(reader, new Resampler(reader.sampleRate(), Pcm.SAMPLE_RATE, out));
        }
    }

    private static void copyBytes(WavReader reader, PcmWriter out) throws IOException, InterruptedException {
        byte[] block = new byte[WavReader.blockSize() * Pcm.SAMPLE_BYTES];
        for (int n = reader.read(block); n > 0; n = reader.read(block)) {
            checkInterrupted();
            out.accept(block, n);
        }
    }

    private static void copy(WavReader reader, Resampler.Sink out) throws IOException, InterruptedException {
        float[] block = new float[WavReader.blockSize()];
        for (int n = next(reader, block); n > 0; n = next(reader, block)) {
            for (int i = 0; i < n; i++) {
                out.accept(block[i]);
            }
        }
    }

    private static void resample(WavReader reader, Resampler resampler) throws IOException, InterruptedException {
        float[] block = new float[WavReader.blockSize()];
        for (int n = next(reader, block); n > 0; n = next(reader, block)) {
            resampler.accept(block, n);
        }
        resampler.finish();
    }

    private static int next(WavReader reader, float[] block) throws IOException, InterruptedException {
        checkInterrupted();
        return reader.read(block);
    }

    private static void checkInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
