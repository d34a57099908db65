package dev.scripta.core.tck;

import dev.scripta.core.port.ConversationAnalyzer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link ConversationAnalyzer}: an adapter is right when a test class that extends this one passes. Each test
 * method's name begins with the id of the rule it tests.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ConversationAnalyzerContract implements ConversationAnalyzerRules {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** For the adapter's test class. */
    protected ConversationAnalyzerContract() {}

    @Override
    public Optional<ConversationAnalyzer> failingAnalyzer() {
        return Optional.empty();
    }

    @Override
    public boolean deterministic() {
        return false;
    }

    @Override
    public Duration timeLimit() {
        return LIMIT;
    }
}
