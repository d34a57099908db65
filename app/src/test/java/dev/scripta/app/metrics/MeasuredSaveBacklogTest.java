package dev.scripta.app.metrics;

import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.tck.SaveBacklogContract;

class MeasuredSaveBacklogTest extends SaveBacklogContract {

    private final Meters meters = new Meters();
    private final SaveBacklog backlog = new MeasuredSaveBacklog(new InMemorySaveBacklog(1000), meters);

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
        return new MeasuredSaveBacklog(new InMemorySaveBacklog(entries), meters);
    }
}
