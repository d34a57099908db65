package dev.scripta.adapters.speech.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes {@link Pcm} as a WAV file: the canonical 44 bytes of RIFF header and {@code fmt} chunk (Multimedia Programming
 * Interface 1.0, 1991), which every reader knows, then the samples.
 */
public final class WavWriter {

    /** Bytes before the first sample. */
    public static final int HEADER_BYTES = 44;

    private static final int BEFORE_CHUNKS = 8;
    private static final int FORMAT_BYTES = 16;
    private static final short PCM = 1;
    private static final short CHANNELS = 1;
    private static final int BUFFER = 64 * 1024;

    private WavWriter() {}

    /** Copies so many bytes of samples behind a header that tells their number. */
    static void write(InputStream pcm, long bytes, OutputStream wav) throws IOException {
        wav.write(header(Math.toIntExact(bytes)));
        byte[] buffer = new byte[BUFFER];
        for (long left = bytes; left > 0;) {
            int n = pcm.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                throw new EOFException("the audio ends within the stretch");
            }
            wav.write(buffer, 0, n);
            left -= n;
        }
    }

    private static byte[] header(int bytes) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(HEADER_BYTES - BEFORE_CHUNKS + bytes)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(FORMAT_BYTES)
                .putShort(PCM)
                .putShort(CHANNELS)
                .putInt(Pcm.SAMPLE_RATE)
                .putInt(Pcm.SAMPLE_RATE * Pcm.SAMPLE_BYTES)
                .putShort((short) Pcm.SAMPLE_BYTES)
                .putShort((short) (Pcm.SAMPLE_BYTES * Byte.SIZE))
                .put("data".getBytes(US_ASCII))
                .putInt(bytes)
                .array();
    }
}
