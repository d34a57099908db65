package dev.scripta.adapters.postgres.backlog;

/**
 * How much may wait.
 *
 * @param entries conversations, 1 or more
 * @param bytes of all saves together, 1 or more; what is noted of those that gave way to them, some kilobytes for each at most,
 *            is not counted
 */
public record BacklogLimits(int entries, long bytes) {

    /** Checks the bounds. */
    public BacklogLimits {
        if (entries < 1 || bytes < 1) {
            throw new IllegalArgumentException("a backlog must have room for something");
        }
    }
}
