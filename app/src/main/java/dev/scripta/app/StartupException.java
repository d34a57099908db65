package dev.scripta.app;

/** The program cannot run as it is set up; the message says what to change. Never leaves the program. */
final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartupException(String message) {
        super(message);
    }

    StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
