package dev.scripta.core.usecase;

import dev.scripta.core.model.EngineFailure.Stage;

/** Where a recording stands on its way to a conversation, as its owner is told. */
public enum Step {
    /** It is kept, and nobody is at work on it yet, or again. */
    RECEIVED,
    /** Its speech is being recognised. */
    TRANSCRIBING,
    /** Its words are being analysed. */
    ANALYSING,
    /** Its result is there and being saved. */
    SAVING,
    /** An engine failed and rests; the work goes on by itself. */
    WAITING,
    /**
     * Nobody has gone on with it for minutes: whoever has its sound is away, for now or for good. It goes on, from where it was
     * left, when somebody sends it again.
     */
    ABANDONED,
    /** It has a result; its save tells what became of that. */
    DONE,
    /** It has no result, and will not be tried again unless somebody asks. */
    FAILED;

    static Step of(Stage stage) {
        return stage == Stage.TRANSCRIPTION ? TRANSCRIBING : ANALYSING;
    }
}
