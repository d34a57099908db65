package dev.scripta.core.model;

/**
 * What is kept of a password: algorithm, parameters, salt and hash as one text. The core never looks inside.
 *
 * @param value 1 to 500 characters
 */
public record PasswordHash(String value) {

    private static final int MAX_LENGTH = 500;

    /** Checks the value. */
    public PasswordHash {
        Text.identifier("password hash", value, MAX_LENGTH);
    }

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
