package dev.scripta.adapters.postgres.backlog;

import java.io.IOException;

/** What does not wait any more but is kept apart for a person to look at. One writer at a time. */
final class DeadLetters {

    private static final System.Logger LOG = System.getLogger(DeadLetters.class.getName());

    private final DurableFolder folder;
    private volatile int count;

    DeadLetters(DurableFolder folder) throws IOException {
        this.folder = folder;
        this.count = folder.names().size();
    }

    int count() {
        return count;
    }

    /** Keeps this text; false when the disk does not take it. */
    boolean keep(String name, byte[] text) {
        try {
            folder.write(folder.unused(name), text);
            count = folder.names().size();
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a save that was given up cannot be kept apart", e);
            return false;
        }
    }

    /** Moves a file that cannot be understood: nothing that lies in a folder may keep the rest from being saved. */
    boolean bury(DurableFolder from, String name, Exception why) {
        LOG.log(System.Logger.Level.WARNING, "a save that waits cannot be understood: {0}", why.getMessage());
        try {
            from.move(name, folder, folder.unused(name));
            count = folder.names().size();
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a damaged file cannot be moved", e);
            return false;
        }
    }
}
