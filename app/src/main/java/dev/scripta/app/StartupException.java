package dev.scripta.app;

import java.util.function.Supplier;

/** The program cannot run as it is set up; the message says what to change. Never leaves the program. */
final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartupException(String message) {
        super(message);
    }

    StartupException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Settings whose checks fail are told to the person who set them. */
    static <T> T unlessRefused(String what, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            throw new StartupException(what + " cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
