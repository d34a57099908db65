package dev.scripta.adapters.http.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What separates the parts of a multipart body. Searched for with Horspool's method, which steps through content by the
 * length of the delimiter where it can: audio is searched several times faster than it can be hashed.
 */
final class Delimiter {

    private final byte[] bytes;
    private final int[] shifts = new int[256];

    Delimiter(String text) {
        bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(shifts, bytes.length);
        for (int i = 0; i < bytes.length - 1; i++) {
            shifts[bytes[i] & 0xff] = bytes.length - 1 - i;
        }
    }

    int length() {
        return bytes.length;
    }

    /**
     * Where the delimiter begins; if it is not there, the first place where it may begin once more bytes have come,
     * which is less than its length from the end.
     */
    int search(byte[] buffer, int from, int to) {
        int last = bytes.length - 1;
        int at = from;
        while (at + last < to) {
            byte b = buffer[at + last];
            if (b == bytes[last] && Arrays.equals(buffer, at, at + last, bytes, 0, last)) {
                return at;
            }
            at += shifts[b & 0xff];
        }
        return at;
    }
}
