package dev.scripta.core.model;

import java.util.Objects;

/**
 * What a save needs to know of a conversation, without its words.
 *
 * @param id the store's number for it
 * @param revision 1 when created, one more for each change of content
 * @param order the newest intent that was accepted for it
 * @param fingerprint of its content
 */
public record Head(ConversationId id, long revision, Order order, Sha256 fingerprint) {

    /** Checks the parts. */
    public Head {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(fingerprint, "fingerprint");
        if (revision < 1) {
            throw new IllegalArgumentException("revision must be 1 or more");
        }
    }
}
