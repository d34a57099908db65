package dev.scripta.app;

import dev.scripta.app.metrics.Meters;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.usecase.Backoff;
import dev.scripta.core.usecase.Drained;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Settles what waits in the backlog: looks each second, and more and more seldom while the store is found away, or nothing
 * that waits can be settled because its recording is in work elsewhere or rests. For one thread.
 */
final class DrainRound implements Supplier<Duration> {

    static final Duration LOOK = Duration.ofSeconds(1);
    static final Backoff AWAY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    private static final System.Logger LOG = System.getLogger(DrainRound.class.getName());

    private final SaveBacklog backlog;
    private final Supplier<Drained> drain;
    private final Meters meters;
    private final RandomGenerator random;
    private int failures;

    DrainRound(SaveBacklog backlog, Supplier<Drained> drain, Meters meters, RandomGenerator random) {
        this.backlog = backlog;
        this.drain = drain;
        this.meters = meters;
        this.random = random;
    }

    /** Tells how long to wait for the next round. */
    @Override
    public Duration get() {
        if (backlog.size().entries() == 0) {
            failures = 0;
            return LOOK;
        }
        Drained drained = drain.get();
        meters.drained(drained.settled());
        boolean moved = drained.settled() > 0 || drained.givenUp() > 0;
        if (moved) {
            LOG.log(drained.givenUp() > 0 ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                    "backlog: {0} saves settled, {1} given up", drained.settled(), drained.givenUp());
        }
        failures = moved && !drained.storeAway() ? 0 : failures + 1;
        return failures == 0 ? LOOK : AWAY.pause(failures, random);
    }
}
