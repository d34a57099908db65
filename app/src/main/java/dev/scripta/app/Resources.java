package dev.scripta.app;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed in reverse order; one failure does not keep the others open. Thread-safe. */
final class Resources implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Resources.class.getName());

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /** Keeps it until the end; if that has come already, while something was still being opened, closes it at once. */
    synchronized <T extends AutoCloseable> T add(T resource) {
        if (closed) {
            close(resource);
            throw new StartupException("Scripta was stopped while it was starting.");
        }
        open.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "closing failed", e);
        }
    }
}
