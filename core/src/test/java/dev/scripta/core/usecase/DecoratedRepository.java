package dev.scripta.core.usecase;

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

/** A repository around another: a test overrides what it wants to go wrong. */
public class DecoratedRepository implements ConversationRepository {

    private final ConversationRepository inner;

    /** Around this one. */
    public DecoratedRepository(ConversationRepository inner) {
        this.inner = inner;
    }

    @Override
    public SaveResult save(SaveRequest request) {
        return inner.save(request);
    }

    @Override
    public Optional<Head> head(ConversationKey key) {
        return inner.head(key);
    }

    @Override
    public Optional<Conversation> find(ConversationKey key) {
        return inner.find(key);
    }

    @Override
    public Optional<Conversation> find(OwnerId owner, ConversationId id) {
        return inner.find(owner, id);
    }

    @Override
    public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
        return inner.search(owner, words, page);
    }

    @Override
    public ConversationPage list(OwnerId owner, PageRequest page) {
        return inner.list(owner, page);
    }

    @Override
    public boolean delete(OwnerId owner, ConversationId id) {
        return inner.delete(owner, id);
    }
}
