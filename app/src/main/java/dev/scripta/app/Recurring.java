package dev.scripta.app;

import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs rounds of something on a thread of its own until it is closed. A round that fails is logged and the next one comes
 * all the same. Closing lets the running round finish; one that takes long is interrupted.
 */
final class Recurring implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Recurring.class.getName());
    private static final Duration LAST_ROUND = Duration.ofSeconds(10);

    private final Ticker ticker;
    private final Duration afterFailure;
    private final Supplier<Duration> round;
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private final Thread thread;

    /**
     * Starts at once.
     *
     * @param name of the thread and in the log
     * @param afterFailure how long after a round that failed the next one begins
     * @param round tells how long after it the next one begins
     */
    Recurring(String name, Ticker ticker, Duration afterFailure, Supplier<Duration> round) {
        this.ticker = ticker;
        this.afterFailure = afterFailure;
        this.round = round;
        // Not a virtual one: recordings being decoded could keep it from its processor for longer than a lease.
        this.thread = Thread.ofPlatform().daemon().name("scripta-" + name).unstarted(this::run);
        thread.start();
    }

    /** Rounds with the same time between all of them. */
    static Recurring every(Duration interval, String name, Ticker ticker, Runnable round) {
        return new Recurring(name, ticker, interval, () -> {
            round.run();
            return interval;
        });
    }

    private void run() {
        try {
            while (!stop.isDone()) {
                ticker.await(stop, next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a failure says may hold what was said: its class must do. */
    private Duration next() {
        try {
            return round.get();
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.WARNING, "{0}: a round failed with {1}; the next one is in {2}",
                    Thread.currentThread().getName(), failure.getClass().getName(), afterFailure);
            return afterFailure;
        }
    }

    @Override
    public void close() {
        stop.complete(null);
        try {
            if (!thread.join(LAST_ROUND)) {
                thread.interrupt();
                thread.join(LAST_ROUND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
