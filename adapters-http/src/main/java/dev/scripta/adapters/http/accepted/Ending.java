package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.usecase.ProcessedRecording;
import java.util.Optional;

/** What a request's end means for the recording. */
enum Ending {
    /** Nothing is left to do: it became the conversation. */
    SETTLED,
    /** Nothing is left to do, and the conversation is not made of it: it cannot be used, has no words or came too late. */
    UNHEARD,
    /** Work is left, which a retry or the sweep will do. */
    OPEN,
    /** The request ended before the work did. */
    UNTOLD;

    /** Whether nothing is left to do; empty when that is not known. */
    Optional<Boolean> settles() {
        return switch (this) {
            case SETTLED, UNHEARD -> Optional.of(true);
            case OPEN -> Optional.of(false);
            case UNTOLD -> Optional.empty();
        };
    }

    static Ending of(ProcessedRecording result) {
        return switch (result.save().outcome()) {
            case CREATED, UPDATED, UNCHANGED -> SETTLED;
            case SUPERSEDED, SKIPPED -> UNHEARD;
            case CONFLICT, DEFERRED, UNSAVED -> OPEN;
        };
    }

    /**
     * The end of a resumption, which does not go on without the journal: what that had already, and the backlog keeps, is
     * the backlog's to save. A save that the store refuses for good would else be deferred and given up at each sweep.
     */
    static Ending ofResumed(ProcessedRecording result) {
        return result.replayed() && result.save().outcome() == SaveOutcome.DEFERRED ? SETTLED : of(result);
    }
}
