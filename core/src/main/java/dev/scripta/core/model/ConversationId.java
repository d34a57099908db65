package dev.scripta.core.model;

/**
 * The number a store gives a conversation when it creates it. It stays for the conversation's life. Existing pages need
 * a number, and JavaScript keeps integers exact only below 2<sup>53</sup>.
 *
 * @param value 1 to {@link #MAX_VALUE}
 */
public record ConversationId(long value) {

    /** The greatest id: 2<sup>53</sup> - 1, ECMAScript's {@code Number.MAX_SAFE_INTEGER}. */
    public static final long MAX_VALUE = (1L << 53) - 1;

    /** Checks the value. */
    public ConversationId {
        if (value < 1 || value > MAX_VALUE) {
            throw new IllegalArgumentException("conversation id must be 1 to " + MAX_VALUE);
        }
    }
}
