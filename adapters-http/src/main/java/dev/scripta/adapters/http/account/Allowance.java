package dev.scripta.adapters.http.account;

import java.time.Duration;
import java.util.Objects;

/**
 * How often something may be tried.
 *
 * @param times in a row, from 1
 * @param period in which as many more become possible, one after another
 */
public record Allowance(int times, Duration period) {

    /** Checks the values. */
    public Allowance {
        Objects.requireNonNull(period, "period");
        if (times < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("an allowance must be for 1 or more and a period longer than zero");
        }
    }
}
