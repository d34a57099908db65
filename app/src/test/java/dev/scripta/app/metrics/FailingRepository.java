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
import java.util.Optional;

/** A store that is away. */
final class FailingRepository implements ConversationRepository {

    private static StorageFailedException away() {
        return new StorageFailedException("nobody there", true);
    }

    @Override
    public SaveResult save(SaveRequest request) {
        throw away();
    }

    @Override
    public Optional<Head> head(ConversationKey key) {
        throw away();
    }

    @Override
    public Optional<Conversation> find(ConversationKey key) {
        throw away();
    }

    @Override
    public Optional<Conversation> find(OwnerId owner, ConversationId id) {
        throw away();
    }

    @Override
    public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
        throw away();
    }

    @Override
    public ConversationPage list(OwnerId owner, PageRequest page) {
        throw away();
    }

    @Override
    public boolean delete(OwnerId owner, ConversationId id) {
        throw away();
    }
}
