package dev.scripta.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The one saved result per owner and session.
 *
 * @param key whose and which session's
 * @param head id, revision, order and fingerprint
 * @param content transcript and analysis
 * @param createdAt when it was first saved, to the microsecond
 * @param updatedAt when its content last changed, to the microsecond
 */
public record Conversation(ConversationKey key, Head head, Content content, Instant createdAt, Instant updatedAt) {

    /** Checks the parts and cuts times to the microsecond, the finest that every store keeps. */
    public Conversation {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(content, "content");
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
