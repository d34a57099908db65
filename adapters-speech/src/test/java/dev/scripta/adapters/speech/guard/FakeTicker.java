package dev.scripta.adapters.speech.guard;

import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes by pauses alone, and remembers them. */
final class FakeTicker implements Ticker {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    /** Lets time pass without a pause. */
    void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    List<Duration> pauses() {
        return pauses;
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
        pass(time);
    }

    @Override
    public boolean await(Future<?> work, Duration atMost) {
        throw new UnsupportedOperationException("nobody waits for work here");
    }
}
