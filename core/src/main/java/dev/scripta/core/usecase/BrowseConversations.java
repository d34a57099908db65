package dev.scripta.core.usecase;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SearchWords;
import java.util.Objects;
import java.util.Optional;

/** Finds an owner's conversations again. Another owner's are never seen, told of or removed. Thread-safe. */
public final class BrowseConversations {

    private final Stores stores;

    /** The use case over these stores. */
    public BrowseConversations(Stores stores) {
        this.stores = Objects.requireNonNull(stores, "stores");
    }

    /** One page of the owner's conversations, newest first. */
    public ConversationPage list(OwnerId owner, PageRequest page) {
        return stores.conversations().list(owner, page);
    }

    /** One page of the owner's conversations with these words, newest first. */
    public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
        return stores.conversations().search(owner, words, page);
    }

    /** The owner's conversation of that number, if there is one. */
    public Optional<Conversation> read(OwnerId owner, ConversationId id) {
        return stores.conversations().find(owner, id);
    }

    /**
     * Removes the owner's conversation of that number for good, with what journal and backlog know of its words; tells
     * whether there was one. A recording of it that is in work at the moment becomes a new conversation.
     */
    public boolean delete(OwnerId owner, ConversationId id) {
        read(owner, id).map(Conversation::key).ifPresent(this::forget);
        return stores.conversations().delete(owner, id);
    }

    private void forget(ConversationKey key) {
        stores.backlog().find(key).ifPresent(stores.backlog()::remove);
        stores.journal().forget(key);
    }
}
