package dev.scripta.app.metrics;

import dev.scripta.core.port.SaveBacklog;
import java.time.Clock;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Shows how much waits in a backlog, and for how long. */
public final class BacklogGauges {

    private BacklogGauges() {}

    /** Adds them to these meters. */
    public static void show(SaveBacklog backlog, Clock clock, Meters meters) {
        meters.gauge("scripta_backlog_entries", "Conversations with a save that waits for the store.",
                () -> backlog.size().entries());
        meters.gauge("scripta_backlog_bytes", "What the saves that wait take.", () -> backlog.size().bytes());
        meters.gauge("scripta_backlog_age_seconds", "How long the oldest save that waits has waited; 0 when none does.",
                age(backlog, clock));
        meters.gauge("scripta_backlog_dead_letters", "Saves that were given up and wait for a person.",
                () -> backlog.size().dead());
    }

    private static DoubleSupplier age(SaveBacklog backlog, Clock clock) {
        return () -> backlog.size()
                .oldest()
                .map(oldest -> Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1e3))
                .orElse(0.0);
    }
}
