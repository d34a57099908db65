package dev.scripta.core.usecase;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: up to twice as long each time, at random, so that rivals who failed together do not
 * meet again ("full jitter", AWS Architecture Blog, "Exponential Backoff And Jitter").
 *
 * @param first the longest first wait
 * @param longest the longest wait of all
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** Checks that the waits are positive and in order. */
    public Backoff {
        if (first.compareTo(Duration.ofMillis(1)) < 0 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "the first wait must be 1 ms or more, the longest no less than the first");
        }
    }

    /** The longest that may be waited before this attempt; the first retry is attempt 1. */
    public Duration limit(long attempt) {
        long doublings = Math.min(Math.max(0, attempt - 1), MOST_DOUBLINGS);
        long millis = first.toMillis() << doublings;
        return millis >> doublings == first.toMillis() && millis < longest.toMillis()
                ? Duration.ofMillis(millis)
                : longest;
    }

    /** How long to wait before this attempt, 1 ms at least. */
    public Duration pause(long attempt, RandomGenerator random) {
        Objects.requireNonNull(random, "random");
        return Duration.ofMillis(random.nextLong(1, limit(attempt).toMillis() + 1));
    }
}
