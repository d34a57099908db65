package dev.scripta.adapters.http;

import java.time.Duration;

/** Durations on the wire: seconds as a number. */
final class Seconds {

    private static final double NANOS_PER_SECOND = 1e9;

    private Seconds() {}

    static double of(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
