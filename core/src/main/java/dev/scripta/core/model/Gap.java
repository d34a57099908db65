package dev.scripta.core.model;

import java.time.Duration;

/**
 * A stretch of a recording that sounds like speech, and of which the transcript has no words.
 *
 * @param start from the beginning of the recording, not negative
 * @param end after {@code start}
 */
public record Gap(Duration start, Duration end) {

    /** Checks the order. */
    public Gap {
        if (start.isNegative() || end.compareTo(start) <= 0) {
            throw new IllegalArgumentException("a gap starts at 0 or later and ends after it starts");
        }
    }
}
