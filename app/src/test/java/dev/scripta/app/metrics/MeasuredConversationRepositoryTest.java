package dev.scripta.app.metrics;

import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.tck.ConversationRepositoryContract;
import java.util.Optional;

class MeasuredConversationRepositoryTest extends ConversationRepositoryContract {

    private final ConversationRepository conversations = new InMemoryConversationRepository();
    private final Meters meters = new Meters();

    @Override
    public ConversationRepository repository() {
        return new MeasuredConversationRepository(conversations, meters);
    }

    @Override
    public Optional<ConversationRepository> anotherInstance() {
        return Optional.of(repository());
    }
}
