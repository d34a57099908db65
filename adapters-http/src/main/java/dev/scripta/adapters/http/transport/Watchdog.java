package dev.scripta.adapters.http.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks at every open connection a few times a second: ends the waits that lasted too long. Thread-safe. */
final class Watchdog implements AutoCloseable {

    private static final long SLOWEST_ROUND_MILLIS = 100;

    private final Set<GuardedConnection> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("http-watchdog").factory());

    private volatile boolean finishing;

    Watchdog(Duration shortestWait) {
        long round = Math.clamp(shortestWait.toMillis() / 4, 1, SLOWEST_ROUND_MILLIS);
        // A round cannot fail in a way that would end the rounds: checks only compare times and close sockets.
        ScheduledFuture<?> unused = rounds.scheduleWithFixedDelay(() -> look(), round, round,
                TimeUnit.MILLISECONDS);
    }

    void watch(GuardedConnection connection) {
        watched.add(connection);
    }

    void forget(GuardedConnection connection) {
        watched.remove(connection);
    }

    /** From now on, connections end as soon as they have no request in work. */
    void finish() {
        finishing = true;
    }

    /** Finishing is repeated each round: a connection may have been between two requests when it was told. */
    private void look() {
        for (GuardedConnection connection : watched) {
            connection.check();
            if (finishing) {
                connection.close(false);
            }
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
