package dev.scripta.core.simulation;

/** A promise that was not kept; the message begins with the invariant's id. */
final class Violation extends AssertionError {

    private static final long serialVersionUID = 1L;

    private Violation(String message) {
        super(message);
    }

    static void unless(boolean kept, String message) {
        if (!kept) {
            throw new Violation(message);
        }
    }
}
