package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.SaveOutcome;

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
}
