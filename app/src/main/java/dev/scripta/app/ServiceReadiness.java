package dev.scripta.app;

import dev.scripta.adapters.http.admin.Readiness;
import dev.scripta.adapters.http.admin.Readiness.Check;
import dev.scripta.core.model.BacklogSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Looks at everything the service needs for all of its work. Thread-safe. */
final class ServiceReadiness implements Supplier<Readiness> {

    private final Application application;
    private final Settings.Backlog bounds;
    private final Path spool;
    private final Path backlog;
    private volatile boolean serving;

    /**
     * What to look at.
     *
     * @param bounds of the backlog
     * @param spool folder of uploads in work
     * @param backlog folder of saves that wait
     */
    ServiceReadiness(Application application, Settings.Backlog bounds, Path spool, Path backlog) {
        this.application = application;
        this.bounds = bounds;
        this.spool = spool;
        this.backlog = backlog;
    }

    /** From now on requests are accepted, until the result is closed. */
    AutoCloseable serving() {
        serving = true;
        return () -> serving = false;
    }

    @Override
    public Readiness get() {
        return new Readiness(List.of(new Check("serving", serving),
                new Check("database", application.isStoreReachable()),
                new Check("schema", application.schema().isUpToDate()),
                new Check("speech", application.isSpeechReady()),
                new Check("spool", Files.isWritable(spool)),
                new Check("backlog", Files.isWritable(backlog) && hasRoom(application.backlog().size()))));
    }

    private boolean hasRoom(BacklogSize size) {
        return size.entries() < bounds.entries() && size.bytes() < bounds.bytes();
    }
}
