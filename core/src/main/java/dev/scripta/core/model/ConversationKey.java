package dev.scripta.core.model;

import java.util.Objects;

/**
 * What a conversation is found by. The owner is part of it, so the same session id under another owner is another
 * conversation: it can neither be overwritten nor seen.
 *
 * @param owner whose conversation
 * @param session which one of the owner's
 */
public record ConversationKey(OwnerId owner, SessionId session) {

    /** Checks the parts. */
    public ConversationKey {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(session, "session");
    }
}
