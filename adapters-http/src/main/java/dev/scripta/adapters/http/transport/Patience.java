package dev.scripta.adapters.http.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much longer one connection's client is waited for. Waiting spends credit, received bytes earn it, an answer
 * restores it. Used by the connection's own thread; only {@link #check()} belongs to the watchdog.
 */
final class Patience {

    private static final long NOT_WAITING = Long.MAX_VALUE;
    private static final long OVER = -1;

    private final long origin = System.nanoTime();
    private final AtomicLong deadline = new AtomicLong(NOT_WAITING);
    private final long full;
    private final long nanosPerByte;
    private final Runnable hangUp;
    private long credit;

    Patience(ConnectionLimits limits, Runnable hangUp) {
        this.full = limits.readTimeout().toNanos();
        this.nanosPerByte = TimeUnit.SECONDS.toNanos(1) / limits.minBytesPerSecond();
        this.hangUp = hangUp;
        this.credit = full;
    }

    /** Starts a wait for bytes from the client. */
    long beginRead() {
        return begin(credit);
    }

    /** Starts a wait of at most the given time, whatever the credit. */
    long beginWithin(Duration limit) {
        return begin(limit.toNanos());
    }

    /** Starts a wait for the client to take a piece of an answer. */
    void beginWrite() {
        begin(full);
    }

    /** Ends a wait that brought bytes; false if the connection was given up meanwhile. */
    boolean endRead(long began, int bytes) {
        credit = Math.min(full, credit - (now() - began) + bytes * nanosPerByte);
        return end();
    }

    /** Ends a wait for the client to take a piece of an answer. */
    void endWrite() {
        credit = full;
        end();
    }

    boolean isOver() {
        return deadline.get() == OVER;
    }

    /** Hangs up if the current wait has lasted too long. */
    void check() {
        long due = deadline.get();
        // The swap decides a race with the end of the wait: a request already received is never cut off.
        if (due != NOT_WAITING && due != OVER && now() > due && deadline.compareAndSet(due, OVER)) {
            hangUp.run();
        }
    }

    private long begin(long allowed) {
        long now = now();
        deadline.updateAndGet(due -> due == OVER ? OVER : now + Math.max(0, allowed));
        return now;
    }

    private boolean end() {
        return deadline.updateAndGet(due -> due == OVER ? OVER : NOT_WAITING) != OVER;
    }

    private long now() {
        return System.nanoTime() - origin;
    }
}
