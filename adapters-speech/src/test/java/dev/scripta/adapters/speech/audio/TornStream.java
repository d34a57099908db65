package dev.scripta.adapters.speech.audio;

import java.io.IOException;
import java.io.InputStream;

/** Bytes whose disk fails midway. */
final class TornStream extends InputStream {

    private final byte[] bytes;
    private final int readable;
    private int position;

    TornStream(byte[] bytes, int readable) {
        this.bytes = bytes;
        this.readable = readable;
    }

    @Override
    public int read() throws IOException {
        if (position == readable) {
            throw new IOException("input/output error");
        }
        return bytes[position++] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        buffer[offset] = (byte) read();
        return 1;
    }
}
