package dev.scripta.core.tck;

import dev.scripta.core.port.SaveBacklog;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link SaveBacklog}: an adapter is right when a test class that extends this one passes. Each test method's
 * name begins with the id of the rule it tests.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class SaveBacklogContract
        implements
            BacklogSaveRules,
            BacklogSettleRules,
            BacklogTextRules,
            BacklogBoundRules,
            BacklogRaceRules,
            BacklogNullRules {

    private final Samples samples = new Samples();

    /** For the adapter's test class. */
    protected SaveBacklogContract() {}

    /**
     * The backlog under test: empty when a test begins, bounded far beyond what a test adds (some megabytes and a few hundred
     * entries). Called afresh for each use, by several threads at once; always the same during one test.
     */
    @Override
    public abstract SaveBacklog backlog();

    /**
     * The backlog as a new process finds it on the same medium, after the old process was killed: nothing is closed or
     * flushed before. One that is in memory gives itself.
     */
    @Override
    public abstract SaveBacklog reopened();

    /** Another backlog, new and empty, that has room for this many conversations. */
    @Override
    public abstract SaveBacklog boundedTo(int entries);

    /**
     * Another backlog, new and empty, that has room for so much as {@code size().bytes()} counts. Empty, as here, skips what
     * rule B07 says of bytes.
     */
    @Override
    public Optional<SaveBacklog> boundedToBytes(long bytes) {
        return Optional.empty();
    }

    @Override
    public final Samples samples() {
        return samples;
    }
}
