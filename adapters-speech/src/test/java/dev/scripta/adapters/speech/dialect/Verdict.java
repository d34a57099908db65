package dev.scripta.adapters.speech.dialect;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;

/** What a failure means for those who decide about repeating it. */
enum Verdict {
    /** The audio cannot be used. */
    REFUSED,
    /** Not worth a retry. */
    HOPELESS,
    /** Worth one, but not now: nobody said when. */
    LATER,
    /** Worth one at a known time: nothing was done. */
    AGAIN,
    /** It may have been done, and billed. */
    UNKNOWN;

    static Verdict of(ScriptaException failure) {
        if (failure instanceof RecordingRefusedException) {
            return REFUSED;
        }
        if (!(failure instanceof TranscriptionFailedException || failure instanceof AnalysisFailedException)) {
            throw new AssertionError("no failure of an engine", failure);
        }
        if (failure.outcomeUnknown()) {
            if (!failure.retryable() || failure.retryAfter().isPresent()) {
                throw new AssertionError("an unknown outcome is worth a retry that nobody has set a time for", failure);
            }
            return UNKNOWN;
        }
        if (failure.retryAfter().isPresent()) {
            return AGAIN;
        }
        return failure.retryable() ? LATER : HOPELESS;
    }
}
