package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.usecase.ProcessedRecording;

/** What a request's end means for the recording. */
enum Ending {
    /** Nothing is left to do: it is saved, or cannot be used, or has no words. */
    SETTLED,
    /** Work is left, which a retry or the sweep will do. */
    OPEN,
    /** The request ended before the work did. */
    UNTOLD;

    static Ending of(SaveOutcome outcome) {
        return switch (outcome) {
            case CREATED, UPDATED, UNCHANGED, SUPERSEDED, SKIPPED -> SETTLED;
            case CONFLICT, DEFERRED, UNSAVED -> OPEN;
        };
    }

    /**
     * The end of a resumption, which does not go on without the journal: what that had already, and the backlog keeps, is
     * the backlog's to save. A save that the store refuses for good would else be deferred and given up at each sweep.
     */
    static Ending ofResumed(ProcessedRecording result) {
        SaveOutcome outcome = result.save().outcome();
        return result.replayed() && outcome == SaveOutcome.DEFERRED ? SETTLED : of(outcome);
    }
}
