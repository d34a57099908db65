package dev.scripta.adapters.speech.dialect;

import dev.scripta.core.usecase.SystemTicker;
import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;

/** The time of the machine, where pauses take none of it but are remembered. */
final class UnhurriedTicker implements Ticker {

    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Ticker machine = new SystemTicker();

    @Override
    public long nanoTime() {
        return machine.nanoTime();
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
    }

    @Override
    public boolean await(Future<?> work, Duration atMost) throws InterruptedException {
        return machine.await(work, atMost);
    }
}
