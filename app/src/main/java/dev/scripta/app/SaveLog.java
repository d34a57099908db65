package dev.scripta.app;

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
import java.util.Optional;

/** Logs each save of a repository: its outcome and the start of the session id, never a word of the conversation. */
final class SaveLog implements ConversationRepository {

    private static final System.Logger LOG = System.getLogger(SaveLog.class.getName());

    private final ConversationRepository conversations;

    SaveLog(ConversationRepository conversations) {
        this.conversations = conversations;
    }

    @Override
    public SaveResult save(SaveRequest request) {
        SaveResult result = conversations.save(request);
        LOG.log(System.Logger.Level.INFO, "conversation {0}: session {1}, revision {2}",
                result.outcome().name().toLowerCase(Locale.ROOT), request.key().session().abbreviated(),
                result.head().map(head -> Long.toString(head.revision())).orElse("none"));
        return result;
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
