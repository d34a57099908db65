package dev.scripta.adapters.speech.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * How loud audio is, frame by frame of 10 ms, in dBFS (0 is the loudest a sample can be). A frame's mean does not
 * count, for cheap microphones add a constant.
 */
public final class Loudness {

    /** Samples a frame: 10 ms. */
    public static final int FRAME_SAMPLES = Pcm.SAMPLE_RATE / 100;

    /** The loudness of digital silence. */
    public static final float SILENCE = -100;

    private static final double SILENT_ENERGY = 1e-10;
    private static final int BLOCK_FRAMES = 100;

    private Loudness() {}

    /** The loudness of each whole frame: four bytes for ten milliseconds, six megabytes for four hours. */
    public static float[] of(Pcm pcm) throws IOException {
        float[] frames = new float[Math.toIntExact(pcm.samples() / FRAME_SAMPLES)];
        int frameBytes = FRAME_SAMPLES * Pcm.SAMPLE_BYTES;
        byte[] block = new byte[BLOCK_FRAMES * frameBytes];
        try (InputStream in = pcm.open()) {
            int frame = 0;
            for (int n = in.readNBytes(block, 0, block.length); n >= frameBytes; n = in.readNBytes(block, 0,
                    block.length)) {
                for (int offset = 0; offset + frameBytes <= n; offset += frameBytes) {
                    frames[frame++] = ofFrame(block, offset);
                }
            }
            return Arrays.copyOf(frames, frame);
        }
    }

    private static float ofFrame(byte[] pcm, int offset) {
        double sum = 0;
        double squares = 0;
        for (int i = offset; i < offset + FRAME_SAMPLES * Pcm.SAMPLE_BYTES; i += Pcm.SAMPLE_BYTES) {
            double sample = ((pcm[i] & 0xff) | pcm[i + 1] << 8) / 32768.0;
            sum += sample;
            squares += sample * sample;
        }
        double mean = sum / FRAME_SAMPLES;
        return (float) (10 * Math.log10(Math.max(squares / FRAME_SAMPLES - mean * mean, SILENT_ENERGY)));
    }
}
