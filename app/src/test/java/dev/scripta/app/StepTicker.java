package dev.scripta.app;

import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;

/** Time that passes when a test lets it: each wait is shown, and lasts until the test steps on or the work is done. */
final class StepTicker implements Ticker {

    private final SynchronousQueue<Duration> asked = new SynchronousQueue<>();
    private volatile CompletableFuture<Void> step = new CompletableFuture<>();

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public void pause(Duration time) {
        throw new UnsupportedOperationException("nobody pauses here");
    }

    @Override
    public boolean await(Future<?> work, Duration atMost) throws InterruptedException {
        step = new CompletableFuture<>();
        CompletableFuture<?> done = (CompletableFuture<?>) work;
        if (!done.isDone()) {
            // A test that does not look any more closes.
            Thread teller = Thread.ofVirtual().start(() -> tell(atMost));
            CompletableFuture.anyOf(done, step).join();
            teller.interrupt();
        }
        return done.isDone();
    }

    private void tell(Duration atMost) {
        try {
            asked.put(atMost);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next wait. */
    Duration asked() throws InterruptedException {
        return asked.take();
    }

    /** Ends the wait. */
    void step() {
        step.complete(null);
    }

    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
