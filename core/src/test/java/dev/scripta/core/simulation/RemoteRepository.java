package dev.scripta.core.simulation;

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

/** The conversations, behind the network. */
final class RemoteRepository implements ConversationRepository {

    private final World world;
    private final Machine from;

    RemoteRepository(World world, Machine from) {
        this.world = world;
        this.from = from;
    }

    @Override
    public SaveResult save(SaveRequest request) {
        return world.network.call(from, "save", operation -> {
            SaveResult result = world.repository.save(request);
            world.trace.note("saved", result.outcome().name());
            world.ledger.saved(operation, request, result);
            return result;
        });
    }

    @Override
    public Optional<Head> head(ConversationKey key) {
        return world.network.call(from, "head", operation -> world.repository.head(key));
    }

    @Override
    public Optional<Conversation> find(ConversationKey key) {
        return world.network.call(from, "find", operation -> world.repository.find(key));
    }

    @Override
    public Optional<Conversation> find(OwnerId owner, ConversationId id) {
        return world.network.call(from, "find", operation -> world.repository.find(owner, id));
    }

    @Override
    public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
        return world.network.call(from, "search", operation -> world.repository.search(owner, words, page));
    }

    @Override
    public ConversationPage list(OwnerId owner, PageRequest page) {
        return world.network.call(from, "list", operation -> world.repository.list(owner, page));
    }

    @Override
    public boolean delete(OwnerId owner, ConversationId id) {
        return world.network.call(from, "delete", operation -> world.repository.delete(owner, id));
    }
}
