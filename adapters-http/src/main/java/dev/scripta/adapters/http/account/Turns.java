package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.transport.RefusedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few do at once what takes much memory or time; others wait in the order they came, but not for long. Thread-safe. */
final class Turns {

    private final Semaphore places;
    private final Duration patience;
    private final String busy;

    /**
     * So many places.
     *
     * @param patience how long one waits for a turn
     * @param busy what those are told who waited in vain
     */
    Turns(int places, Duration patience, String busy) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.busy = busy;
    }

    /**
     * Does the work when its turn has come.
     *
     * @throws RefusedException 503 when too many others wait
     */
    <T> T take(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw refused();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw refused();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private RefusedException refused() {
        return RefusedException.until(patience, 503, busy);
    }
}
