package dev.scripta.adapters.speech.guard;

import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.usecase.Ticker;
import io.helidon.faulttolerance.CircuitBreaker;
import io.helidon.faulttolerance.CircuitBreaker.State;
import io.helidon.faulttolerance.CircuitBreakerOpenException;
import java.time.Duration;
import java.util.Optional;

/**
 * Leaves an engine alone that failed several times in a row; after a rest one call at a time finds out whether it is back.
 * A failure counts when it is the engine's: not a refused recording, nothing that repeating cannot help, and not a busy
 * engine that says when to come again. Thread-safe.
 */
final class EngineBreaker {

    private static final int ALL = 100;

    private final CircuitBreaker breaker;
    private final Duration rest;
    private final NotCalled notCalled;
    private final Ticker ticker;
    private volatile Failed last;

    EngineBreaker(GuardSettings settings, NotCalled notCalled, Ticker ticker) {
        this.rest = settings.rest();
        this.notCalled = notCalled;
        this.ticker = ticker;
        this.last = new Failed("", ticker.nanoTime());
        this.breaker = CircuitBreaker.create(config -> config.volume(settings.failures())
                .errorRatio(ALL)
                .successThreshold(1)
                .delay(rest)
                .addApplyOn(CarriedException.FaultException.class));
    }

    <T> T call(GuardedCall<T> call, Duration patience) throws InterruptedException {
        try {
            return breaker.invoke(() -> answer(call, patience));
        } catch (CircuitBreakerOpenException e) {
            throw resting();
        } catch (CarriedException e) {
            throw e.failure();
        }
    }

    /** Why the engine is not called now, if it is not. */
    Optional<ScriptaException> refusal() {
        return isOpen() ? Optional.of(resting()) : Optional.empty();
    }

    boolean isOpen() {
        return breaker.state() == State.OPEN;
    }

    private <T> T answer(GuardedCall<T> call, Duration patience) {
        try {
            T answer = call.within(patience);
            answered();
            return answer;
        } catch (ScriptaException failure) {
            if (counts(failure)) {
                last = new Failed(failure.detail(), ticker.nanoTime());
                throw new CarriedException.FaultException(failure);
            }
            answered();
            throw failure;
        } catch (InterruptedException e) {
            // It tells nothing of the engine: a call that should find out leaves the breaker open.
            throw breaker.state() == State.CLOSED
                    ? new CarriedException.InterruptionException(e)
                    : new CarriedException.FaultException(e);
        }
    }

    /** Forgets the failures of calls that were under way when the breaker opened: they would help to open it again. */
    private void answered() {
        if (breaker.state() != State.CLOSED) {
            breaker.state(State.CLOSED);
        }
    }

    private static boolean counts(ScriptaException failure) {
        return failure.retryable() && failure.retryAfter().orElse(Duration.ZERO).isZero();
    }

    private ScriptaException resting() {
        Failed failed = last;
        Duration left = rest.minusNanos(ticker.nanoTime() - failed.at());
        // While one call finds out, others had better wait as long as before.
        Duration wait = left.isPositive() && isOpen() ? left : rest;
        return notCalled.because("The engine is left alone for a while, because it failed: " + failed.detail(), wait);
    }

    private record Failed(String detail, long at) {}
}
