package dev.scripta.core.model;

/**
 * What an account is found by when its user signs in. Compared exactly, for the local part is its host's alone to interpret
 * (RFC 5321 section 2.4). Who makes one of what was typed puts the domain in lower case; that is not checked here.
 *
 * @param value 3 to 254 characters (code points) with an {@code @} inside, without control characters; whether mail can be
 *            sent there is not known
 */
public record EmailAddress(String value) {

    /** The longest address that fits into a path of RFC 5321 section 4.5.3.1.3. */
    public static final int MAX_LENGTH = 254;

    /** Checks the value. */
    public EmailAddress {
        Text.identifier("email", value, MAX_LENGTH);
        int at = value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1) {
            throw new IllegalArgumentException("email must have an @ with something before and behind it");
        }
    }

    /** Prints nothing of it: who somebody is stays out of logs. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
