package dev.scripta.core.model;

/**
 * Whose conversation it is: the signed-in user. Compared exactly; never part of a log line.
 *
 * @param value 1 to 100 characters without control characters
 */
public record OwnerId(String value) {

    /** The one owner of everything while sign-in is off. */
    public static final OwnerId LOCAL = new OwnerId("local");

    private static final int MAX_LENGTH = 100;

    /** Checks the value. */
    public OwnerId {
        Text.identifier("owner id", value, MAX_LENGTH);
    }

    /** Prints nothing of it: who somebody is stays out of logs. */
    @Override
    public String toString() {
        return "OwnerId";
    }
}
