package dev.scripta.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One intent to save.
 *
 * @param key which conversation
 * @param content what it shall hold
 * @param order how new this intent is
 * @param at the time to note, cut to the microsecond
 * @param expectedRevision the revision the caller has seen, where it insists on it; 0 means "there is none yet"
 */
public record SaveRequest(ConversationKey key, Content content, Order order, Instant at,
        OptionalLong expectedRevision) {

    /** Checks the parts. */
    public SaveRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(order, "order");
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (expectedRevision.isPresent() && expectedRevision.getAsLong() < 0) {
            throw new IllegalArgumentException("the expected revision must not be negative");
        }
    }

    /** A save without an expected revision: the newest order wins. */
    public static SaveRequest of(ConversationKey key, Content content, Order order, Instant at) {
        return new SaveRequest(key, content, order, at, OptionalLong.empty());
    }

    /** The same intent, insisting on a revision; 0 means "there is none yet". */
    public SaveRequest expecting(long revision) {
        return new SaveRequest(key, content, order, at, OptionalLong.of(revision));
    }
}
