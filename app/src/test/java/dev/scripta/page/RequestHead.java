package dev.scripta.page;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The head of an HTTP request, as it was sent.
 *
 * @param text the lines, each ended by CRLF, without the empty line
 */
record RequestHead(String text) {

    private static final String END = "\r\n\r\n";

    static RequestHead read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
        }
        String whole = head.toString(StandardCharsets.ISO_8859_1);
        return new RequestHead(whole.substring(0, whole.length() - 2));
    }

    /** Method and path. */
    String kind() {
        String[] line = text.substring(0, text.indexOf("\r\n")).split(" ", -1);
        return line[0] + " " + line[1].replaceFirst("\\?.*", "");
    }

    /** How long the body is: browsers always tell, if there is one. */
    long length() {
        return lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    /** As it is sent on: the connection serves this request only. */
    byte[] alone() {
        String kept = lines().filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("connection:"))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
        return (kept + "Connection: close" + END).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Stream<String> lines() {
        return text.lines();
    }
}
