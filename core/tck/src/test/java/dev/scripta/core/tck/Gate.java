package dev.scripta.core.tck;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where the threads of {@link AtOnce} wait for each other in the worst place, so that a race is no matter of luck. */
final class Gate {

    /** They are let go at the same moment. A race of fewer threads waits in vain: long enough for a busy machine. */
    private static final long PATIENCE_SECONDS = 5;

    private final CyclicBarrier barrier;

    Gate(int threads) {
        barrier = new CyclicBarrier(threads);
    }

    static boolean isOneOfMany() {
        return Thread.currentThread().getName().startsWith("pool-");
    }

    void meet() {
        if (isOneOfMany()) {
            try {
                barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | BrokenBarrierException | InterruptedException e) {
                throw new AssertionError("fewer threads than the gate was made for", e);
            }
        }
    }
}
