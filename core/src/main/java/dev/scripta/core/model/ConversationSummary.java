package dev.scripta.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A conversation in a list: all but its transcript.
 *
 * @param id the store's number for it
 * @param key whose and which session's
 * @param analysis what was made of the words; a store may leave out what is too large for a list
 * @param createdAt when it was first saved, to the microsecond
 */
public record ConversationSummary(ConversationId id, ConversationKey key, Analysis analysis, Instant createdAt) {

    /** Checks the parts. */
    public ConversationSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(analysis, "analysis");
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }
}
