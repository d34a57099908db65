package dev.scripta.adapters.speech.llm;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/**
 * When a server wants to be asked again: {@code Retry-After} in seconds or as a date (RFC 9110, section 10.2.3; the date is
 * held against the server's own), or {@code retry-after-ms}, which OpenAI's servers add.
 */
final class RetryAfter {

    /** Who asks for more is not waited for anyway. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The time to wait, 0 to a day, if it is said and can be understood. */
    static Optional<Duration> of(HttpHeaders headers) {
        return header(headers, "retry-after-ms", text -> Duration.ofMillis(Long.parseLong(text)))
                .or(() -> header(headers, "retry-after", text -> Duration.ofSeconds(Long.parseLong(text))))
                .or(() -> header(headers, "retry-after", RetryAfter::date)
                        .flatMap(then -> header(headers, "date", RetryAfter::date)
                                .map(now -> Duration.between(now, then))))
                .filter(time -> !time.isNegative())
                .map(time -> time.compareTo(LONGEST) < 0 ? time : LONGEST);
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static <T> Optional<T> header(HttpHeaders headers, String name, Function<String, T> reading) {
        try {
            return headers.firstValue(name).map(String::strip).map(reading);
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
