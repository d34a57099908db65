package dev.scripta.core.model;

/**
 * The number of an account. It stays for the account's life and is never given again.
 *
 * @param value 1 to {@link #MAX_VALUE}
 */
public record AccountId(long value) {

    /** The greatest id, for the same reason as {@link ConversationId#MAX_VALUE}. */
    public static final long MAX_VALUE = ConversationId.MAX_VALUE;

    /** Checks the value. */
    public AccountId {
        if (value < 1 || value > MAX_VALUE) {
            throw new IllegalArgumentException("account id must be 1 to " + MAX_VALUE);
        }
    }

    /** Whose conversations those of this account are: an address may change, and so may a name, but never this. */
    public OwnerId owner() {
        return new OwnerId(Long.toString(value));
    }
}
