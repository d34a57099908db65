package dev.scripta.core.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How much waits in a backlog.
 *
 * @param entries conversations with a save that waits
 * @param bytes what they take
 * @param oldest when the one that waits longest was accepted; empty when none waits
 * @param dead saves that were given up and lie in the dead-letter folder
 */
public record BacklogSize(int entries, long bytes, Optional<Instant> oldest, int dead) {

    /** Checks the parts. */
    public BacklogSize {
        Objects.requireNonNull(oldest, "oldest");
        if (entries < 0 || bytes < 0 || dead < 0) {
            throw new IllegalArgumentException("a backlog cannot hold less than nothing");
        }
    }
}
