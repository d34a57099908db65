package dev.scripta.core.simulation;

/** A client got no answer. */
final class LostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostException() {
        super("no answer");
    }
}
