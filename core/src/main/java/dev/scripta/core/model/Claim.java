package dev.scripta.core.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The right to work on a recording, until its lease ends or somebody else got it. Every write that follows carries
 * {@code order} and {@code fence}; the journal takes none from a claim that is no longer the newest.
 *
 * @param recording what is worked on
 * @param order of the intent that is worked for: that of the first claim, unless it is processed again on purpose
 * @param fence 1 for the first claim of a recording, greater for each later one
 * @param transcript what an earlier claim had finished already: never paid for twice
 */
public record Claim(RecordingKey recording, Order order, long fence, Optional<Transcript> transcript) {

    /** Checks the parts. */
    public Claim {
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(transcript, "transcript");
        if (fence < 1) {
            throw new IllegalArgumentException("fence must be 1 or more");
        }
    }
}
