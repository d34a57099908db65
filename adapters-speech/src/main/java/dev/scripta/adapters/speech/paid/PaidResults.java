package dev.scripta.adapters.speech.paid;

import dev.scripta.core.model.Sha256;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Remembers what was paid for as a part of work that is not finished: when that fails at its last part and comes again, the
 * others are not paid for twice. Bounded by time and by weight; the oldest goes first. Thread-safe.
 *
 * @param <T> what an engine answered
 */
public final class PaidResults<T> {

    private final Duration keptFor;
    private final long most;
    private final LongSupplier nanoTime;
    private final Map<Sha256, Paid<T>> results = new LinkedHashMap<>();
    private long weight;

    /**
     * Remembers nothing yet.
     *
     * @param keptFor how long each is remembered
     * @param most how much all of them may weigh, in a unit of the caller's
     * @param nanoTime nanoseconds since some moment, never stepping back
     */
    public PaidResults(Duration keptFor, long most, LongSupplier nanoTime) {
        this.keptFor = keptFor;
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /** What was kept under this key, if it is still remembered. */
    public synchronized Optional<T> find(Sha256 key) {
        dropExpired();
        return Optional.ofNullable(results.get(key)).map(Paid::result);
    }

    /** Remembers the result in place of an older one; at once forgotten if it weighs too much. */
    public synchronized void keep(Sha256 key, T result, long itsWeight) {
        forget(key);
        results.put(key, new Paid<>(result, itsWeight, nanoTime.getAsLong()));
        weight += itsWeight;
        dropExpired();
    }

    /** Once the work is finished its result is kept elsewhere. */
    public synchronized void forget(Collection<Sha256> keys) {
        keys.forEach(this::forget);
    }

    private void forget(Sha256 key) {
        Optional.ofNullable(results.remove(key)).ifPresent(gone -> weight -= gone.weight());
    }

    private void dropExpired() {
        long now = nanoTime.getAsLong();
        for (Iterator<Paid<T>> oldest = results.values().iterator(); oldest.hasNext();) {
            Paid<T> paid = oldest.next();
            if (now - paid.since() < keptFor.toNanos() && weight <= most) {
                return;
            }
            oldest.remove();
            weight -= paid.weight();
        }
    }

    private record Paid<T>(T result, long weight, long since) {}
}
