package dev.scripta.core.tck.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the parts of a form one after the other (RFC 2046, section 5.1.1) in constant memory. */
final class MultipartReader {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_HEADER_BYTES = 1 << 13;
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] HEADER_END = {'\r', '\n', '\r', '\n'};

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;

    /** Takes bytes as they come. */
    interface Sink {

        void take(byte[] bytes, int offset, int length);
    }

    MultipartReader(InputStream in, String boundary) throws IOException {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        // The first delimiter may stand at the very beginning, where no line has ended.
        System.arraycopy(LINE_END, 0, buffer, 0, LINE_END.length);
        to = LINE_END.length;
        copy(delimiter, (bytes, offset, length) -> {});
    }

    /** Whether another part follows; to be asked once before each. */
    boolean next() throws IOException {
        fill(LINE_END.length);
        if (startsWith(LINE_END, from)) {
            return true;
        }
        if (to - from >= 2 && buffer[from] == '-' && buffer[from + 1] == '-') {
            return false;
        }
        throw new MalformedFormException("a boundary is followed by neither a line end nor dashes");
    }

    /** The header of the part that follows. */
    PartHeaders headers() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        copy(HEADER_END, (bytes, offset, length) -> {
            if (lines.size() < MAX_HEADER_BYTES) {
                lines.write(bytes, offset, length);
            }
        });
        return PartHeaders.of(lines.toString(StandardCharsets.UTF_8));
    }

    /** The content of the part whose header was read. */
    void content(Sink sink) throws IOException {
        copy(delimiter, sink);
    }

    /** Passes on all bytes before the end and goes behind it. An end begins with CR and has no other like it in a line. */
    private void copy(byte[] end, Sink sink) throws IOException {
        while (true) {
            fill(end.length);
            if (to - from < end.length) {
                throw new MalformedFormException("the form ends within a part");
            }
            int at = from;
            while (at <= to - end.length && !startsWith(end, at)) {
                at++;
            }
            sink.take(buffer, from, at - from);
            from = at;
            if (at <= to - end.length) {
                from += end.length;
                return;
            }
        }
    }

    private boolean startsWith(byte[] bytes, int at) {
        return buffer[at] == bytes[0] && at + bytes.length <= to
                && Arrays.equals(buffer, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** Reads until so many bytes are there, or there are no more. */
    private void fill(int wanted) throws IOException {
        if (to - from >= wanted) {
            return;
        }
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        while (to < wanted) {
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                return;
            }
            to += read;
        }
    }
}
