package dev.scripta.core.tck;

import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.port.SaveBacklog;
import java.util.Optional;

final class InMemorySaveBacklogTest extends SaveBacklogContract {

    private static final int PLENTY = 1_000;

    private final SaveBacklog backlog = new InMemorySaveBacklog(PLENTY);

    @Override
    public SaveBacklog backlog() {
        return backlog;
    }

    /** Lost at exit: there is no other process to find it. */
    @Override
    public SaveBacklog reopened() {
        return backlog;
    }

    @Override
    public SaveBacklog boundedTo(int entries) {
        return new InMemorySaveBacklog(entries);
    }

    @Override
    public Optional<SaveBacklog> boundedToBytes(long bytes) {
        return Optional.of(new InMemorySaveBacklog(PLENTY, bytes));
    }
}
