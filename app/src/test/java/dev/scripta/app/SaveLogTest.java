package dev.scripta.app;

import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.tck.ConversationRepositoryContract;
import java.util.Optional;

class SaveLogTest extends ConversationRepositoryContract {

    private final ConversationRepository conversations = new InMemoryConversationRepository();

    @Override
    public ConversationRepository repository() {
        return new SaveLog(conversations);
    }

    @Override
    public Optional<ConversationRepository> anotherInstance() {
        return Optional.of(repository());
    }
}
