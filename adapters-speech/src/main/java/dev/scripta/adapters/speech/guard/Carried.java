package dev.scripta.adapters.speech.guard;

import dev.scripta.core.error.ScriptaException;

/**
 * Carries what a call threw through the library's breaker, which lets unchecked exceptions pass and knows by their class
 * which of them count. Never leaves this package.
 */
abstract sealed class Carried extends RuntimeException permits Carried.Fault, Carried.Interruption {

    private static final long serialVersionUID = 1L;

    private final Exception thrown;

    private Carried(Exception thrown) {
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
    static final class Fault extends Carried {

        private static final long serialVersionUID = 1L;

        Fault(Exception thrown) {
            super(thrown);
        }
    }

    /** Does not count. */
    static final class Interruption extends Carried {

        private static final long serialVersionUID = 1L;

        Interruption(InterruptedException thrown) {
            super(thrown);
        }
    }
}
