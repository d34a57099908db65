package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Silence of any length as WAV, mono, 8 bits, 8 kHz; made while it is read. */
final class SilentWav implements AudioSource {

    static final int BYTES_PER_SECOND = 8_000;

    private static final int HEADER_BYTES = 44;
    private static final byte SILENCE = (byte) 0x80;

    private final int samples;

    /** Silence that plays so long, up to three days. */
    SilentWav(Duration duration) {
        samples = Math.toIntExact(duration.toSeconds() * BYTES_PER_SECOND);
    }

    @Override
    public long size() {
        return HEADER_BYTES + (long) samples;
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(new ByteArrayInputStream(header()), new Samples(samples));
    }

    private byte[] header() {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(HEADER_BYTES - 8 + samples)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(BYTES_PER_SECOND)
                .putInt(BYTES_PER_SECOND)
                .putShort((short) 1)
                .putShort((short) 8)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(samples)
                .array();
    }

    private static final class Samples extends InputStream {

        private int left;

        Samples(int count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? SILENCE & 0xff : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int read = Math.min(length, left);
            Arrays.fill(buffer, offset, offset + read, SILENCE);
            left -= read;
            return read == 0 && length > 0 ? -1 : read;
        }
    }
}
