package dev.scripta.adapters.http.accepted;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that nobody's request waits for. Whoever waits for a turn has a thread, which is cheap, and nothing else. Thread-safe. */
final class Background {

    /** For those that were interrupted to find an end. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("accepted-", 0).factory());
    private final AtomicInteger count = new AtomicInteger();
    private final Semaphore turns;

    /** So many works at once. */
    Background(int turns) {
        this.turns = new Semaphore(turns, true);
    }

    /** Begins the work as soon as it is its turn; {@code unbegun} is done instead when there is no time left for it. */
    void begin(Runnable work, Runnable unbegun) {
        count.incrementAndGet();
        try {
            threads.execute(() -> {
                try {
                    inTurn(work, unbegun);
                } finally {
                    count.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException ended) {
            count.decrementAndGet();
            unbegun.run();
        }
    }

    private void inTurn(Runnable work, Runnable unbegun) {
        try {
            turns.acquire();
        } catch (InterruptedException ended) {
            unbegun.run();
            return;
        }
        try {
            work.run();
        } finally {
            turns.release();
        }
    }

    /** How many are worked on or wait for their turn. */
    int count() {
        return count.get();
    }

    /** Takes no more work, lets what was begun end within this time, and interrupts the rest. */
    void close(Duration grace) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
