package dev.scripta.app.metrics;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.port.ConversationRepository;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Counts the saves of a repository by outcome. Thread-safe. */
public final class MeasuredConversationRepository implements ConversationRepository {

    private final ConversationRepository conversations;
    private final Meters meters;

    /** Counts the saves of these conversations. */
    public MeasuredConversationRepository(ConversationRepository conversations, Meters meters) {
        this.conversations = Objects.requireNonNull(conversations, "conversations");
        this.meters = Objects.requireNonNull(meters, "meters");
    }

    @Override
    public SaveResult save(SaveRequest request) {
        try {
            SaveResult result = conversations.save(request);
            meters.saved(result.outcome().name().toLowerCase(Locale.ROOT));
            return result;
        } catch (StorageFailedException failure) {
            meters.saved("failed");
            throw failure;
        }
    }

    @Override
    public Optional<Head> head(ConversationKey key) {
        return conversations.head(key);
    }

    @Override
    public Optional<Conversation> find(ConversationKey key) {
        return conversations.find(key);
    }

    @Override
    public Optional<Conversation> find(OwnerId owner, ConversationId id) {
        return conversations.find(owner, id);
    }

    @Override
    public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
        return conversations.search(owner, words, page);
    }

    @Override
    public ConversationPage list(OwnerId owner, PageRequest page) {
        return conversations.list(owner, page);
    }

    @Override
    public boolean delete(OwnerId owner, ConversationId id) {
        return conversations.delete(owner, id);
    }
}
