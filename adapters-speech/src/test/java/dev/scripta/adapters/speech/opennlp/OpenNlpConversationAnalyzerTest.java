package dev.scripta.adapters.speech.opennlp;

import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.tck.ConversationAnalyzerContract;
import java.util.Optional;

final class OpenNlpConversationAnalyzerTest extends ConversationAnalyzerContract {

    private static final ConversationAnalyzer SHARED = new OpenNlpConversationAnalyzer();

    @Override
    public ConversationAnalyzer analyzer() {
        return SHARED;
    }

    @Override
    public Optional<ConversationAnalyzer> failingAnalyzer() {
        return Optional.of(new OpenNlpConversationAnalyzer(() -> {
            throw new IllegalStateException("no models");
        }));
    }

    @Override
    public boolean deterministic() {
        return true;
    }
}
