package dev.scripta.core.tck;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.memory.InMemoryConversationAnalyzer;
import dev.scripta.core.port.ConversationAnalyzer;
import java.util.Optional;

final class InMemoryConversationAnalyzerTest extends ConversationAnalyzerContract {

    @Override
    public ConversationAnalyzer analyzer() {
        return new InMemoryConversationAnalyzer();
    }

    /** It cannot fail itself: a plain failure stands in, so that no contract test is ever skipped. */
    @Override
    public Optional<ConversationAnalyzer> failingAnalyzer() {
        return Optional.of(transcript -> {
            throw new AnalysisFailedException("The engine is away.", true);
        });
    }

    @Override
    public boolean deterministic() {
        return true;
    }
}
