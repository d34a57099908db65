package dev.scripta.core.memory;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.port.ConversationRepository;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps conversations in memory: one process, lost at exit. Thread-safe. */
public final class InMemoryConversationRepository implements ConversationRepository {

    private static final Comparator<Conversation> NEWEST_FIRST = Comparator.comparing(Conversation::createdAt)
            .thenComparingLong(conversation -> conversation.head().id().value())
            .reversed();

    private final Map<ConversationKey, Conversation> conversations = new HashMap<>();
    private long lastId;

    /** An empty store. */
    public InMemoryConversationRepository() {}

    @Override
    public synchronized SaveResult save(SaveRequest request) {
        Saving saving = new Saving(request, find(request.key()), () -> new ConversationId(++lastId));
        saving.after().ifPresent(conversation -> conversations.put(request.key(), conversation));
        return saving.result();
    }

    @Override
    public Optional<Head> head(ConversationKey key) {
        return find(key).map(Conversation::head);
    }

    @Override
    public synchronized Optional<Conversation> find(ConversationKey key) {
        return Optional.ofNullable(conversations.get(Objects.requireNonNull(key, "key")));
    }

    @Override
    public Optional<Conversation> find(OwnerId owner, ConversationId id) {
        Objects.requireNonNull(id, "id");
        return ownedBy(owner).stream().filter(conversation -> conversation.head().id().equals(id)).findFirst();
    }

    @Override
    public ConversationPage list(OwnerId owner, PageRequest page) {
        return page(ownedBy(owner), page);
    }

    @Override
    public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
        WordSearch search = new WordSearch(words);
        return page(ownedBy(owner).stream().filter(found -> search.matches(found.content())).toList(), page);
    }

    private static ConversationPage page(List<Conversation> all, PageRequest page) {
        List<ConversationSummary> entries = all.stream()
                .skip(page.offset())
                .limit(page.size())
                .map(InMemoryConversationRepository::summary)
                .toList();
        return new ConversationPage(page, entries, all.size());
    }

    @Override
    public synchronized boolean delete(OwnerId owner, ConversationId id) {
        return find(owner, id).filter(found -> conversations.remove(found.key(), found)).isPresent();
    }

    private synchronized List<Conversation> ownedBy(OwnerId owner) {
        Objects.requireNonNull(owner, "owner");
        return conversations.values()
                .stream()
                .filter(conversation -> conversation.key().owner().equals(owner))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static ConversationSummary summary(Conversation conversation) {
        return new ConversationSummary(conversation.head().id(), conversation.key(), conversation.content().analysis(),
                conversation.createdAt());
    }
}
