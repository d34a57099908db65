package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Audio whose disk fails after some bytes, which may be none. */
final class FailingAudio implements AudioSource {

    /** What the disk says, which no message of ours may repeat. */
    static final String DISK_MESSAGE = "/secret/path: input/output error";

    private final byte[] readable;
    private final long size;

    FailingAudio(byte[] bytes, int readable) {
        this.readable = Arrays.copyOf(bytes, readable);
        this.size = bytes.length;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        if (readable.length == 0) {
            throw new IOException(DISK_MESSAGE);
        }
        return new FilterInputStream(new ByteArrayInputStream(readable)) {
            @Override
            public int read() throws IOException {
                return orFail(super.read());
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return orFail(super.read(buffer, offset, length));
            }
        };
    }

    private static int orFail(int result) throws IOException {
        if (result < 0) {
            throw new IOException(DISK_MESSAGE);
        }
        return result;
    }
}
