package dev.scripta.adapters.http.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param first its first byte
 * @param length how many; none when the file has none where the range is
 */
record ByteRange(long first, long length) {

    /** One range, which is all that players ask for; 18 digits are within a {@code long}. */
    private static final Pattern FORM = Pattern.compile("bytes=[ \\t]*([0-9]{0,18})-([0-9]{0,18})[ \\t]*");

    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /** What a {@code Range} header asks for; empty for what is no such range, which is to be ignored (RFC 9110 section 14.2). */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher range = FORM.matcher(header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(range.group(2)));
            return Optional.of(new ByteRange(size - last, last));
        }
        long first = Long.parseLong(range.group(1));
        long end = range.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(range.group(2)) + 1);
        boolean backwards = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first;
        return backwards ? Optional.empty() : Optional.of(new ByteRange(first, Math.max(0, end - first)));
    }

    /** The value of {@code Content-Range}. */
    String of(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
