package dev.scripta.adapters.speech.guard;

import dev.scripta.core.error.ScriptaException;

/**
 * Carries what a call threw through the library's breaker, which lets unchecked exceptions pass and knows by their class
 * which of them count. Never leaves this package.
 */
abstract sealed class CarriedException extends RuntimeException permits CarriedException.FaultException,
        CarriedException.InterruptionException {

    private static final long serialVersionUID = 1L;

    private final Exception thrown;

    private CarriedException(Exception thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    /** What was thrown. */
    ScriptaException failure() throws InterruptedException {
        if (thrown instanceof InterruptedException interrupt) {
            throw interrupt;
        }
        return (ScriptaException) thrown;
    }

    /** Counts for the breaker. */
    static final class FaultException extends CarriedException {

        private static final long serialVersionUID = 1L;

        FaultException(Exception thrown) {
            super(thrown);
        }
    }

    /** Does not count. */
    static final class InterruptionException extends CarriedException {

        private static final long serialVersionUID = 1L;

        InterruptionException(InterruptedException thrown) {
            super(thrown);
        }
    }
}
