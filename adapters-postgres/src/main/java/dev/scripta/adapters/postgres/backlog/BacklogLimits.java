package dev.scripta.adapters.postgres.backlog;

/**
 * How much may wait.
 *
 * @param entries conversations, 1 or more
 * @param bytes of all files together, 1 or more
 */
public record BacklogLimits(int entries, long bytes) {

    /** Checks the bounds. */
    public BacklogLimits {
        if (entries < 1 || bytes < 1) {
            throw new IllegalArgumentException("a backlog must have room for something");
        }
    }
}
