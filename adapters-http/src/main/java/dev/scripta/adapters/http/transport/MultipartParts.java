package dev.scripta.adapters.http.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Pulls the parts out of a multipart body (RFC 2046) one after another, in constant memory. Anything but a body that
 * ends with its closing delimiter is an error.
 */
final class MultipartParts {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int HEADER_BYTES = 8 * 1024;

    private final InputStream body;
    private final Delimiter delimiter;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int head;
    private int tail;
    /** Bytes before this position are content; at it, the delimiter may begin. */
    private int known;
    private boolean delimited;

    MultipartParts(InputStream body, String boundary) {
        this.body = body;
        this.delimiter = new Delimiter("\r\n--" + boundary);
        // With a line break before the body, the first delimiter looks like all others.
        buffer[tail++] = '\r';
        buffer[tail++] = '\n';
        search();
    }

    /** Goes to the next part, over whatever is left of the current one or of the preamble; false if there is none. */
    boolean next() throws IOException {
        while (available() > 0) {
            head = known;
        }
        head += delimiter.length();
        int first = octet();
        int second = octet();
        if (first == '-' && second == '-') {
            return false;
        }
        while (first == ' ' || first == '\t') {
            first = second;
            second = octet();
        }
        if (first != '\r' || second != '\n') {
            throw RefusedException.malformed();
        }
        return true;
    }

    /** Reads the header lines of a part, unfolded and without line breaks. */
    List<String> headers() throws IOException {
        var lines = new ArrayList<String>();
        int left = HEADER_BYTES;
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length() + 2;
            if (!line.isBlank() && !lines.isEmpty() && Character.isWhitespace(line.charAt(0))) {
                lines.add(lines.removeLast() + " " + line.strip());
            } else {
                lines.add(line);
            }
        }
        search();
        return lines;
    }

    /** The content of the current part, good until the next one. Closing it has no effect. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return available() > 0 ? buffer[head++] & 0xff : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int n = Math.min(MultipartParts.this.available(), length);
                System.arraycopy(buffer, head, target, offset, n);
                head += n;
                return n > 0 || length == 0 ? n : -1;
            }

            @Override
            public int available() throws IOException {
                return MultipartParts.this.available();
            }
        };
    }

    private int available() throws IOException {
        while (head == known && !delimited) {
            fill();
            search();
        }
        return known - head;
    }

    private void search() {
        known = delimiter.search(buffer, head, tail);
        delimited = delimiter.length() <= tail - known;
    }

    private String line(int limit) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = octet(); b != '\r'; b = octet()) {
            if (b == '\n' || line.size() >= limit) {
                throw RefusedException.malformed();
            }
            line.write(b);
        }
        if (octet() != '\n') {
            throw RefusedException.malformed();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private int octet() throws IOException {
        if (head == tail) {
            fill();
        }
        return buffer[head++] & 0xff;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, head, buffer, 0, tail - head);
        tail -= head;
        known -= head;
        head = 0;
        int n = body.read(buffer, tail, buffer.length - tail);
        if (n < 0) {
            throw RefusedException.malformed();
        }
        tail += n;
    }
}
