package dev.scripta.core.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The answer to one intent to save.
 *
 * @param outcome what became of it
 * @param head the conversation after it; empty where there is none
 */
public record SaveResult(SaveOutcome outcome, Optional<Head> head) {

    /** Nothing was saved, because nothing was said, or because a guest said it. */
    public static final SaveResult SKIPPED = new SaveResult(SaveOutcome.SKIPPED, Optional.empty());

    /** It waits in the backlog. */
    public static final SaveResult DEFERRED = new SaveResult(SaveOutcome.DEFERRED, Optional.empty());

    /** Neither store nor backlog could keep it. */
    public static final SaveResult UNSAVED = new SaveResult(SaveOutcome.UNSAVED, Optional.empty());

    /** Checks the parts. */
    public SaveResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(head, "head");
    }

    /** An outcome with the conversation it left. */
    public static SaveResult of(SaveOutcome outcome, Head head) {
        return new SaveResult(outcome, Optional.of(head));
    }
}
