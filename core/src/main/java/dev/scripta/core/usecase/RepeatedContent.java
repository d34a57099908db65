package dev.scripta.core.usecase;

import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Sha256;
import java.util.Optional;

/**
 * Finds the order of what a save repeats (design rule "save", on {@code save-analysis}): a late backup save of an old
 * recording is no new intent, and must not win over what was saved since. Thread-safe.
 */
final class RepeatedContent {

    private final Stores stores;

    RepeatedContent(Stores stores) {
        this.stores = stores;
    }

    /** The order of the stored content or of a recording's result, if one of them is the same. */
    Optional<Order> orderOf(ConversationKey key, Sha256 fingerprint, Optional<Head> stored) {
        return stored.filter(head -> head.fingerprint().equals(fingerprint))
                .map(Head::order)
                .or(() -> stores.journal().orderOf(key, fingerprint));
    }
}
