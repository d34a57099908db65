package dev.scripta.adapters.http.transport;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/**
 * A connection that is watched while it lives and ends so that the client can read the last answer: closing a socket
 * with unread bytes resets it, and a reset takes an answer away that the client has not read yet.
 */
final class GuardedConnection implements ServerConnection, InterruptableTask<Void> {

    private static final long DROPPED_BYTES = 1 << 20;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration TOTAL = Duration.ofSeconds(2);

    private final ServerConnection http1;
    private final GuardedInput input;
    private final Patience patience;
    private final Watchdog watchdog;
    private volatile boolean stopping;

    GuardedConnection(ServerConnection http1, GuardedInput input, Patience patience, Watchdog watchdog) {
        this.http1 = http1;
        this.input = input;
        this.patience = patience;
        this.watchdog = watchdog;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        watchdog.watch(this);
        try {
            http1.handle(limit);
            drain();
        } catch (RequestFinishedException e) {
            throw e;
        } catch (CloseConnectionException e) {
            drain();
            throw e;
        } finally {
            watchdog.forget(this);
        }
    }

    @Override
    public boolean canInterrupt() {
        return http1 instanceof InterruptableTask<?> task && task.canInterrupt();
    }

    @Override
    public Duration idleTime() {
        return http1.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        stopping = true;
        http1.close(interrupt);
    }

    /** Gives the client up if it was waited for too long. */
    void check() {
        patience.check();
    }

    private void drain() {
        if (!stopping) {
            input.drain(DROPPED_BYTES, PAUSE, TOTAL);
        }
    }
}
