package dev.scripta.adapters.speech.guard;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Calls one engine: so many times at once and no more; not at all for a while when it failed several times in a row; and
 * again only when that is safe. A failure is safe to repeat when it is worth a retry, its outcome is known, and it says
 * after which time: then nothing was sent, or the engine itself said when to come again. The wait is never shorter than
 * stated, never longer than the caller's patience, and differs at random among rivals. All other failures, and those that
 * time does not allow, are handed out as they are. Thread-safe.
 */
public final class EngineGuard {

    private final GuardSettings settings;
    private final NotCalled notCalled;
    private final Ticker ticker;
    private final RandomGenerator random;
    private final Semaphore places;
    private final EngineBreaker breaker;

    private EngineGuard(GuardSettings settings, NotCalled notCalled, Ticker ticker, RandomGenerator random) {
        this.settings = settings;
        this.notCalled = notCalled;
        this.ticker = ticker;
        this.random = Objects.requireNonNull(random, "random");
        this.places = new Semaphore(settings.parallel(), true);
        this.breaker = new EngineBreaker(settings, notCalled, ticker);
    }

    /**
     * A guard of a speech engine: what it refuses itself is a {@link TranscriptionFailedException}.
     *
     * @param random a thread-safe one
     */
    public static EngineGuard ofTranscription(GuardSettings settings, Ticker ticker, RandomGenerator random) {
        return new EngineGuard(settings, (detail, rest) -> new TranscriptionFailedException(detail, true).after(rest),
                ticker, random);
    }

    /**
     * A guard of an analyser: what it refuses itself is an {@link AnalysisFailedException}.
     *
     * @param random a thread-safe one
     */
    public static EngineGuard ofAnalysis(GuardSettings settings, Ticker ticker, RandomGenerator random) {
        return new EngineGuard(settings, (detail, rest) -> new AnalysisFailedException(detail, true).after(rest),
                ticker,
                random);
    }

    /**
     * Calls the engine, more than once where that is safe.
     *
     * @param patience how long all of it may take, waiting included
     * @throws ScriptaException the last failure of the call; or the failure of the stage when the engine is left alone, or
     *             busy with other calls for all that time
     * @throws InterruptedException when the thread is interrupted, while waiting or in the call
     */
    public <T> T call(Duration patience, GuardedCall<T> call) throws InterruptedException {
        long start = ticker.nanoTime();
        for (int attempt = 1;; attempt++) {
            try {
                return once(patience, start, call);
            } catch (ScriptaException failure) {
                Duration pause = pauseAfter(failure, attempt, left(patience, start)).orElseThrow(() -> failure);
                ticker.pause(pause);
            }
        }
    }

    /** Whether the engine is left alone at the moment. */
    public boolean isOpen() {
        return breaker.isOpen();
    }

    private <T> T once(Duration patience, long start, GuardedCall<T> call) throws InterruptedException {
        Optional<ScriptaException> refusal = breaker.refusal();
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        if (!places.tryAcquire(left(patience, start).toNanos(), TimeUnit.NANOSECONDS)) {
            throw busy();
        }
        try {
            Duration left = left(patience, start);
            if (!left.isPositive()) {
                throw busy();
            }
            return breaker.call(call, left);
        } finally {
            places.release();
        }
    }

    private ScriptaException busy() {
        return notCalled.because("The engine was busy with other recordings all the time.", settings.rest());
    }

    private Duration left(Duration patience, long start) {
        return patience.minusNanos(ticker.nanoTime() - start);
    }

    private Optional<Duration> pauseAfter(ScriptaException failure, int attempt, Duration left) {
        return failure.retryable() && !failure.outcomeUnknown() && attempt < settings.attempts()
                ? failure.retryAfter()
                        .filter(stated -> stated.compareTo(left) < 0)
                        .map(stated -> stated.plus(settings.backoff().pause(attempt, random)))
                        .filter(pause -> pause.compareTo(left) < 0)
                : Optional.empty();
    }
}
