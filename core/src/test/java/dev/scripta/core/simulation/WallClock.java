package dev.scripta.core.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A wall clock of the simulated world, right or wrong. */
final class WallClock extends Clock {

    private static final Instant START = Instant.parse("2024-05-06T12:00:00Z");

    private final Scheduler scheduler;
    private Duration off = Duration.ZERO;

    WallClock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void setOff(Duration difference) {
        off = difference;
    }

    @Override
    public Instant instant() {
        return START.plus(off).plusNanos(scheduler.now());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody needs a zone");
    }
}
