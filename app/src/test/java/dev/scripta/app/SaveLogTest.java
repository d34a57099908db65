package dev.scripta.app;

import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.tck.ConversationRepositoryContract;

class SaveLogTest extends ConversationRepositoryContract {

    private final ConversationRepository conversations = new SaveLog(new InMemoryConversationRepository());

    @Override
    public ConversationRepository repository() {
        return conversations;
    }
}
