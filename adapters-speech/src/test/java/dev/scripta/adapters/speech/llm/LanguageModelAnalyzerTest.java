package dev.scripta.adapters.speech.llm;

import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.tck.ConversationAnalyzerContract;
import java.util.Optional;

final class LanguageModelAnalyzerTest extends ConversationAnalyzerContract {

    @Override
    public ConversationAnalyzer analyzer() {
        return Analyzers.of(new FakeModel(request -> FakeModel.said(Analyzers.FITTING)));
    }

    /** One that repeats all it hears, in its answer and in what it throws. */
    @Override
    public Optional<ConversationAnalyzer> failingAnalyzer() {
        return Optional.of(Analyzers.of(new FakeModel(request -> {
            throw new IllegalStateException(FakeModel.user(request));
        })));
    }

    @Override
    public boolean deterministic() {
        return true;
    }
}
