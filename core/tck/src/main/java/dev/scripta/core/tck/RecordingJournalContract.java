package dev.scripta.core.tck;

import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link RecordingJournal}: an adapter is right when a test class that extends this one passes.
 *
 * <p>
 * The store need not be empty: each test has an owner of its own. But rule J13 purges, so the store must be one whose ended
 * work may go. Each test method's name begins with the id of the rule it tests.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class RecordingJournalContract
        implements
            ClaimRules,
            FenceRules,
            ResultRules,
            FailureRules,
            ReprocessRules,
            RepetitionRules,
            ForgetRules,
            DiscardRules,
            PurgeRules,
            LookRules,
            JournalTextRules,
            JournalRaceRules,
            JournalArgumentRules {

    private final Samples samples = new Samples();

    /** For the adapter's test class. */
    protected RecordingJournalContract() {}

    /**
     * The journal under test. Called afresh for each use, by several threads at once; always over the same store during one
     * test.
     */
    @Override
    public abstract RecordingJournal journal();

    /**
     * Lets this much time pass for the store, at once: nobody sleeps. In memory, move the clock that the journal was made
     * with. A database keeps its own time, so move the rows instead: take this much from every time that is stored.
     */
    @Override
    public abstract void letPass(Duration time);

    /**
     * A second journal that shares nothing with the first but the store, such as one with its own connection pool. Empty, as
     * here, skips what rule J14 says of several instances.
     */
    @Override
    public Optional<RecordingJournal> anotherInstance() {
        return Optional.empty();
    }

    /**
     * A journal on the same store in a program whose clock is this far ahead of the store's (behind it, when negative). The
     * journal under test, as here, is right for adapters that look at no clock but the store's; adapters that are given one
     * take another here.
     */
    @Override
    public RecordingJournal whereTheClockIsAhead(Duration by) {
        return journal();
    }

    @Override
    public final Samples samples() {
        return samples;
    }
}
