package dev.scripta.core.tck;

import dev.scripta.core.memory.InMemoryConversationAnalyzer;
import dev.scripta.core.port.ConversationAnalyzer;

final class InMemoryConversationAnalyzerTest extends ConversationAnalyzerContract {

    @Override
    public ConversationAnalyzer analyzer() {
        return new InMemoryConversationAnalyzer();
    }

    @Override
    public boolean deterministic() {
        return true;
    }
}
