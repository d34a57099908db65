package dev.scripta.adapters.http.transport;

import java.io.IOException;
import java.io.InputStream;

/** A body that may not be longer than a limit. */
final class FormBody extends InputStream {

    private final InputStream body;
    private final long limit;
    private long count;

    FormBody(InputStream body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = body.read(target, offset, length);
        count += Math.max(n, 0);
        if (count > limit) {
            throw RefusedException.tooLarge("A form", limit);
        }
        return n;
    }
}
