package dev.scripta.core.model;

/**
 * Names one conversation <em>of its owner</em>. Chosen by the client and compared exactly: letter case, blanks and
 * Unicode form count. It is a resource key, not an idempotency key: a new recording under it is legal.
 *
 * @param value 1 to 100 characters (code points), not blank, without control characters
 */
public record SessionId(String value) {

    /** The longest session id, in characters. */
    public static final int MAX_LENGTH = 100;

    private static final int ABBREVIATED = 8;

    /** Checks the value. */
    public SessionId {
        Text.identifier("session_id", value, MAX_LENGTH);
    }

    /** The first 8 characters: enough to find a session in a log, too little to take it over. */
    public String abbreviated() {
        int end = value.codePointCount(0, value.length()) <= ABBREVIATED
                ? value.length()
                : value.offsetByCodePoints(0, ABBREVIATED);
        return value.substring(0, end);
    }

    /** Prints the abbreviated form only, so that no log line can hold a whole session id. */
    @Override
    public String toString() {
        return "SessionId[" + abbreviated() + "]";
    }
}
