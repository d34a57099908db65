package dev.scripta.adapters.postgres.backlog;

/**
 * How much may wait.
 *
 * @param entries conversations, 1 or more
 * @param bytes of all files together, 1 or more
 */
public record BacklogLimits(int entries, long bytes) {

    /** Ten thousand conversations in 256 MiB: a day without a database for a busy service, and little for a disk. */
    public static final BacklogLimits DEFAULT = new BacklogLimits(10_000, 256L << 20);

    /** Checks the bounds. */
    public BacklogLimits {
        if (entries < 1 || bytes < 1) {
            throw new IllegalArgumentException("a backlog must have room for something");
        }
    }
}
