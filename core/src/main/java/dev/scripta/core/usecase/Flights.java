package dev.scripta.core.usecase;

import dev.scripta.core.error.RecordingInProgressException;
import dev.scripta.core.error.ScriptaException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets equal work of one process run once: the first to come does it, those who come meanwhile share its end, good or bad.
 * Thread-safe.
 */
final class Flights<K, T> {

    private final Map<K, Flight<T>> flying = new ConcurrentHashMap<>();
    private final Ticker ticker;
    private final WorkRules rules;

    Flights(Ticker ticker, WorkRules rules) {
        this.ticker = ticker;
        this.rules = rules;
    }

    /**
     * Does the work or joins it.
     *
     * @param joined makes what a follower gets of what the leader got
     * @throws RecordingInProgressException when there are too many followers, or their patience ends
     */
    T fly(K key, Supplier<T> work, Function<T, T> joined) {
        Flight<T> mine = new Flight<>(new CompletableFuture<>(), new Semaphore(rules.followers()));
        return Optional.ofNullable(flying.putIfAbsent(key, mine))
                .map(others -> joined.apply(follow(others)))
                .orElseGet(() -> lead(key, mine.landing(), work));
    }

    /** How many different works are being done. */
    int count() {
        return flying.size();
    }

    private T lead(K key, CompletableFuture<T> landing, Supplier<T> work) {
        try {
            T result = work.get();
            landing.complete(result);
            return result;
        } catch (RuntimeException | Error failure) {
            landing.completeExceptionally(failure);
            throw failure;
        } finally {
            flying.remove(key);
        }
    }

    private T follow(Flight<T> flight) {
        Duration retryAfter = rules.rest().first();
        if (!flight.seats().tryAcquire()) {
            throw new RecordingInProgressException(retryAfter);
        }
        try {
            if (ticker.await(flight.landing(), rules.patience())) {
                return landed(flight.landing());
            }
            throw new RecordingInProgressException(retryAfter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordingInProgressException(retryAfter);
        } finally {
            flight.seats().release();
        }
    }

    private static <T> T landed(CompletableFuture<T> landing) {
        try {
            return landing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ScriptaException known ? known : e;
        }
    }

    private record Flight<T>(CompletableFuture<T> landing, Semaphore seats) {}
}
