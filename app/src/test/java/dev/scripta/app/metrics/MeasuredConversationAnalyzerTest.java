package dev.scripta.app.metrics;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.memory.InMemoryConversationAnalyzer;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.tck.ConversationAnalyzerContract;
import dev.scripta.core.usecase.SystemTicker;
import java.util.Optional;

class MeasuredConversationAnalyzerTest extends ConversationAnalyzerContract {

    private final Meters meters = new Meters();

    @Override
    public ConversationAnalyzer analyzer() {
        return measured(new InMemoryConversationAnalyzer());
    }

    @Override
    public Optional<ConversationAnalyzer> failingAnalyzer() {
        return Optional.of(measured(transcript -> {
            throw new AnalysisFailedException("The engine is away.", true);
        }));
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    private ConversationAnalyzer measured(ConversationAnalyzer engine) {
        return new MeasuredConversationAnalyzer(engine, meters, new SystemTicker());
    }
}
