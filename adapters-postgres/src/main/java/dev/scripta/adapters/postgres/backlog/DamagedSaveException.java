package dev.scripta.adapters.postgres.backlog;

/** A file is not the save it should be. */
final class DamagedSaveException extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedSaveException(String message) {
        super(message);
    }

    DamagedSaveException(String message, Throwable cause) {
        super(message, cause);
    }
}
