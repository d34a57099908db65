package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.EntityTags;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file as it is now, and which requests know it.
 *
 * @param modified when it was written, to the second
 * @param tag its entity tag
 * @param size its bytes
 */
record FileVersion(Instant modified, String tag, long size) {

    /** RFC 9110 section 5.6.7. */
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static FileVersion of(FileTime time, long size) {
        return new FileVersion(time.toInstant().truncatedTo(ChronoUnit.SECONDS),
                "\"" + Long.toHexString(time.toMillis()) + "-" + Long.toHexString(size) + "\"", size);
    }

    String date() {
        return DATE.format(modified);
    }

    /** Whether the client has it already; of tag and date the tag counts (RFC 9110 section 13.2.2). */
    boolean isKnownTo(Headers request) {
        List<String> tags = request.all(HeaderNames.IF_NONE_MATCH, List::of);
        return tags.isEmpty()
                ? request.first(HeaderNames.IF_MODIFIED_SINCE).filter(this::isNotNewerThan).isPresent()
                : EntityTags.parse("If-None-Match", String.join(",", tags)).matchesWeakly(tag);
    }

    /** The part that is asked for, unless the client has the rest of an older file. */
    Optional<ByteRange> part(ServerRequest request) {
        Optional<String> known = request.headers().first(HeaderNames.IF_RANGE);
        return request.headers()
                .first(HeaderNames.RANGE)
                .filter(range -> request.prologue().method().equals(Method.GET))
                .filter(range -> known.isEmpty() || known.get().equals(tag) || known.get().equals(date()))
                .flatMap(range -> ByteRange.parse(range, size));
    }

    private boolean isNotNewerThan(String date) {
        try {
            return !modified.isAfter(Instant.from(DATE.parse(date)));
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
