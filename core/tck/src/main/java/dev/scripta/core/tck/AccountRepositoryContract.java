package dev.scripta.core.tck;

import dev.scripta.core.port.AccountRepository;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link AccountRepository}: an adapter is right when a test class that extends this one passes.
 *
 * <p>
 * The store need not be empty, and nothing that others keep there is touched: all addresses are new. Each test method's name
 * begins with the id of the rule it tests.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class AccountRepositoryContract
        implements
            AccountCreationRules,
            AccountChangeRules,
            AccountPasswordRules,
            AccountTextRules,
            AccountRaceRules,
            AccountNullRules {

    /** For the adapter's test class. */
    protected AccountRepositoryContract() {}

    /**
     * The repository under test. Called afresh for each use, by several threads at once; always over the same store during
     * one test.
     */
    @Override
    public abstract AccountRepository repository();

    /**
     * A second repository that shares nothing with the first but the store, such as one with its own connection pool. Empty,
     * as here, skips rule U12.
     */
    @Override
    public Optional<AccountRepository> anotherInstance() {
        return Optional.empty();
    }
}
