package dev.scripta.adapters.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as existing pages read them: UTC without a zone, six digits of fraction or, when it is zero, none. */
public final class WireTime {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS",
            Locale.ROOT);

    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private WireTime() {}

    /** The time in that form. */
    public static String of(Instant instant) {
        boolean whole = instant.truncatedTo(ChronoUnit.SECONDS).equals(instant);
        return (whole ? SECONDS : MICROS).format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The time as it stands in names of files: UTC, 14 digits. */
    static String digits(Instant instant) {
        return DIGITS.format(instant.atOffset(ZoneOffset.UTC));
    }
}
