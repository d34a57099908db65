package dev.scripta.core.tck;

import dev.scripta.core.port.ConversationRepository;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link ConversationRepository}: an adapter is right when a test class that extends this one passes.
 *
 * <p>
 * The store need not be empty, and nothing that others saved is touched: each test has an owner of its own. Each test
 * method's name begins with the id of the rule it tests.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ConversationRepositoryContract
        implements
            SaveRules,
            OrderRules,
            SameContentRules,
            ExpectedRevisionRules,
            OwnerRules,
            ListRules,
            SearchRules,
            TextRules,
            ValueRules,
            NullRules,
            ConcurrencyRules,
            ReaderRules {

    private final Samples samples = new Samples();

    /** For the adapter's test class. */
    protected ConversationRepositoryContract() {}

    /**
     * The repository under test. Called afresh for each use, by several threads at once; always over the same store during
     * one test.
     */
    @Override
    public abstract ConversationRepository repository();

    /**
     * A second repository that shares nothing with the first but the store, such as one with its own connection pool. Empty,
     * as here, skips rule R21.
     */
    @Override
    public Optional<ConversationRepository> anotherInstance() {
        return Optional.empty();
    }

    @Override
    public final Samples samples() {
        return samples;
    }
}
