package dev.scripta.core.usecase;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Time that a test lets pass; it drives a wall clock along. Who waits for others' work really waits, but never for time. */
final class ManualTicker implements Ticker {

    private final SettableClock wall;
    private final Semaphore waiting = new Semaphore(0);
    private Runnable onPause = () -> {};
    private boolean patient = true;

    ManualTicker(SettableClock wall) {
        this.wall = wall;
    }

    /** What others do during the next pauses. */
    void onPause(Runnable others) {
        onPause = others;
    }

    /** Lets the patience of all who wait from now on end at once. */
    void endPatience() {
        patient = false;
    }

    /** Lets time pass. */
    void pass(Duration time) {
        wall.set(wall.instant().plus(time));
    }

    /** Waits until this many wait for others' work. */
    void awaitWaiting(int followers) throws InterruptedException {
        assertTrue(waiting.tryAcquire(followers, 30, TimeUnit.SECONDS), "in time");
    }

    @Override
    public long nanoTime() {
        return TimeUnit.MILLISECONDS.toNanos(wall.instant().toEpochMilli());
    }

    @Override
    public void pause(Duration time) {
        pass(time);
        onPause.run();
    }

    @Override
    public boolean await(Future<?> work, Duration atMost) throws InterruptedException {
        waiting.release();
        if (!patient) {
            return false;
        }
        try {
            work.get(30, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException failed) {
            return true;
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
