package dev.scripta.adapters.http.export;

import dev.scripta.core.model.OwnerId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets few documents be made at once, and of one owner only one, so that nobody keeps the others from theirs. Thread-safe.
 */
final class Presses {

    /** Owners share a lane by chance; more lanes than presses by far, so that hardly anybody notices. */
    private static final int LANES = 256;

    private final List<Semaphore> lanes = Stream.generate(() -> new Semaphore(1, true)).limit(LANES).toList();
    private final Semaphore presses;
    private final Duration patience;

    Presses(int presses, Duration patience) {
        this.presses = new Semaphore(presses, true);
        this.patience = patience;
    }

    /** What the work makes when its turn has come: busy when it does not come in time. */
    Export print(OwnerId owner, Supplier<Export> work) {
        Semaphore lane = lanes.get(Math.floorMod(owner.hashCode(), LANES));
        return inTurn(lane, () -> inTurn(presses, work));
    }

    private Export inTurn(Semaphore places, Supplier<Export> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Export.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Export.Busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
