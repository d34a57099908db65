package dev.scripta.app;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed in reverse order; one failure does not keep the others open. Not thread-safe. */
final class Resources implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Resources.class.getName());

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "closing failed", e);
            }
        }
    }
}
