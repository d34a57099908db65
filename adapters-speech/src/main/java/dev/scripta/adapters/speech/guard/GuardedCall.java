package dev.scripta.adapters.speech.guard;

import java.time.Duration;

/**
 * One call of an engine.
 *
 * @param <T> what it answers
 */
@FunctionalInterface
public interface GuardedCall<T> {

    /**
     * Calls the engine once.
     *
     * @param patience how much time is left for it, positive
     * @throws dev.scripta.core.error.ScriptaException when it failed
     * @throws InterruptedException when the thread is interrupted
     */
    T within(Duration patience) throws InterruptedException;
}
