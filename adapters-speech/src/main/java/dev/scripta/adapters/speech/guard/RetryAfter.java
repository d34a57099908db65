package dev.scripta.adapters.speech.guard;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a server says to come again: {@code retry-after-ms} (OpenAI's), or {@code Retry-After} in seconds or as a date (RFC
 * 9110, section 10.2.3). A date is compared with the server's own, so that clocks may differ; without that, and for
 * numbers below zero (Azure's "unknown"), nothing was said.
 */
public final class RetryAfter {

    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]*)?");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]*)?");
    private static final double MILLIS = 1_000;
    /** Nobody means more, and what waits longer would be forgotten. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The time to wait, from 0 to a day, where it was said. */
    public static Optional<Duration> of(HttpHeaders headers) {
        return headers.firstValue("retry-after-ms")
                .flatMap(text -> number(MILLISECONDS, text, 1))
                .or(() -> headers.firstValue("Retry-After").flatMap(text -> number(SECONDS, text, MILLIS)))
                .or(() -> untilDate(headers))
                .map(wait -> wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    private static Optional<Duration> number(Pattern pattern, String text, double millis) {
        return pattern.matcher(text.strip()).matches()
                ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text.strip()) * millis)))
                : Optional.empty();
    }

    private static Optional<Duration> untilDate(HttpHeaders headers) {
        Optional<Instant> now = date(headers, "Date");
        return date(headers, "Retry-After").flatMap(then -> now.map(date -> Duration.between(date, then)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> date(HttpHeaders headers, String name) {
        try {
            return headers.firstValue(name).map(DateTimeFormatter.RFC_1123_DATE_TIME::parse).map(Instant::from);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
