package dev.scripta.core.tck;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.memory.InMemoryConversationAnalyzer;
import dev.scripta.core.port.ConversationAnalyzer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** The analyzer contract over a broken twin. Run by {@link ContractCatchesBrokenAdaptersTest}, never by itself. */
@ExtendWith(Suspect.class)
final class SuspectAnalyzer extends ConversationAnalyzerContract {

    private final BrokenAnalyzers.Pair pair;

    SuspectAnalyzer(String name) {
        pair = Broken.byName(BrokenAnalyzers.ALL)
                .get(name)
                .twin()
                .apply(new BrokenAnalyzers.Pair(
                        new InMemoryConversationAnalyzer(), transcript -> {
                            throw new AnalysisFailedException("The engine is away.", true);
                        }));
    }

    @Override
    public ConversationAnalyzer analyzer() {
        return pair.analyzer();
    }

    @Override
    public Optional<ConversationAnalyzer> failingAnalyzer() {
        return Optional.of(pair.failing());
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public Duration timeLimit() {
        return Duration.ofSeconds(2);
    }
}
