package dev.scripta.core.simulation;

import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.concurrent.Future;

/** Waiting that takes no time. */
final class VirtualTicker implements Ticker {

    private final Scheduler scheduler;

    VirtualTicker(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public long nanoTime() {
        return scheduler.now();
    }

    @Override
    public void pause(Duration time) {
        scheduler.pause(time);
    }

    @Override
    public boolean await(Future<?> work, Duration atMost) {
        return scheduler.await(work, atMost);
    }
}
