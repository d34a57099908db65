package dev.scripta.core.usecase;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.port.ConversationRepository;
import java.util.Objects;
import java.util.Optional;

/** Finds an owner's conversations again. Another owner's are never seen, told of or removed. Thread-safe. */
public final class BrowseConversations {

    private final ConversationRepository conversations;

    /** The use case over this port. */
    public BrowseConversations(ConversationRepository conversations) {
        this.conversations = Objects.requireNonNull(conversations, "conversations");
    }

    /** One page of the owner's conversations, newest first. */
    public ConversationPage list(OwnerId owner, PageRequest page) {
        return conversations.list(owner, page);
    }

    /** The owner's conversation of that number, if there is one. */
    public Optional<Conversation> read(OwnerId owner, ConversationId id) {
        return conversations.find(owner, id);
    }

    /** Removes the owner's conversation of that number for good; tells whether there was one. */
    public boolean delete(OwnerId owner, ConversationId id) {
        return conversations.delete(owner, id);
    }
}
