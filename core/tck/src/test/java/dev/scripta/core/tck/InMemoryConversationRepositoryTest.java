package dev.scripta.core.tck;

import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.port.ConversationRepository;
import java.util.Optional;

final class InMemoryConversationRepositoryTest extends ConversationRepositoryContract {

    private final ConversationRepository repository = new InMemoryConversationRepository();

    @Override
    public ConversationRepository repository() {
        return repository;
    }

    /** One process: every instance is this one. */
    @Override
    public Optional<ConversationRepository> anotherInstance() {
        return Optional.of(repository);
    }
}
