package dev.scripta.core.usecase;

import java.time.Duration;
import java.util.concurrent.Future;

/**
 * Time as it passes for a worker: how much went by, and waiting. Injected, so that tests and simulations wait for nothing.
 * Thread-safe.
 */
public interface Ticker {

    /** Nanoseconds since some moment; never steps back, whatever is done to the wall clock. */
    long nanoTime();

    /** Lets this much time pass. */
    void pause(Duration time) throws InterruptedException;

    /**
     * Waits until it is done, successfully or not.
     *
     * @return whether it was done before the time was over
     */
    boolean await(Future<?> work, Duration atMost) throws InterruptedException;
}
