package dev.scripta.adapters.http.transport;

import java.time.Duration;

/** The value of {@code Retry-After} (RFC 9110 section 10.2.3). */
public final class RetryAfter {

    private static final Duration ALMOST_A_SECOND = Duration.ofSeconds(1).minusNanos(1);

    private RetryAfter() {}

    /** Whole seconds, rounded up: who obeys never comes too early. */
    public static String of(Duration wait) {
        return Long.toString(seconds(wait));
    }

    /** The same as a number. */
    public static long seconds(Duration wait) {
        return wait.plus(ALMOST_A_SECOND).toSeconds();
    }
}
