package dev.scripta.app.metrics;

import dev.scripta.adapters.postgres.backlog.BacklogLimits;
import dev.scripta.adapters.postgres.backlog.FileSaveBacklog;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.tck.SaveBacklogContract;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MeasuredSaveBacklogTest extends SaveBacklogContract {

    @TempDir
    Path folder;

    private final AtomicInteger others = new AtomicInteger();
    private final Meters meters = new Meters();
    private SaveBacklog backlog;

    @BeforeEach
    void open() {
        backlog = reopened();
    }

    @Override
    public SaveBacklog backlog() {
        return backlog;
    }

    @Override
    public SaveBacklog reopened() {
        return measured(folder.resolve("one"), new BacklogLimits(1_000, 64L << 20));
    }

    @Override
    public SaveBacklog boundedTo(int entries) {
        return another(new BacklogLimits(entries, Long.MAX_VALUE));
    }

    @Override
    public Optional<SaveBacklog> boundedToBytes(long bytes) {
        return Optional.of(another(new BacklogLimits(Integer.MAX_VALUE, bytes)));
    }

    private SaveBacklog another(BacklogLimits limits) {
        return measured(folder.resolve("other " + others.incrementAndGet()), limits);
    }

    private SaveBacklog measured(Path where, BacklogLimits limits) {
        return new MeasuredSaveBacklog(new FileSaveBacklog(where, limits), meters);
    }
}
