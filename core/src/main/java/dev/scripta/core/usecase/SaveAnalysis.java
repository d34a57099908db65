package dev.scripta.core.usecase;

import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.ConversationRepository;
import java.util.Objects;
import java.util.Optional;

/** Saves a transcript and an analysis that the caller already has, such as a page's backup save. Thread-safe. */
public final class SaveAnalysis {

    private final ConversationRepository conversations;
    private final OrderClock orders;

    /** The use case over this port; {@code orders} is shared with {@link ProcessRecording}. */
    public SaveAnalysis(ConversationRepository conversations, OrderClock orders) {
        this.conversations = Objects.requireNonNull(conversations, "conversations");
        this.orders = Objects.requireNonNull(orders, "orders");
    }

    /**
     * Saves the content. What repeats the stored content keeps its order, so that a backup save is no new intent; anything
     * else is new.
     *
     * @throws dev.scripta.core.error.StorageFailedException when the store failed
     */
    public SaveResult save(ConversationKey key, Content content) {
        try {
            Optional<Head> head = conversations.head(key);
            Order order = head.filter(stored -> stored.fingerprint().equals(content.fingerprint()))
                    .map(Head::order)
                    .orElseGet(() -> orders.next(head));
            return conversations.save(SaveRequest.of(key, content, order, orders.now()));
        } catch (ScriptaException failure) {
            throw failure.in(key.session());
        }
    }
}
