package dev.scripta.core.usecase;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Notes in the journal how work goes on; a journal that is away does not stop the work. Thread-safe. */
final class JournalWriting {

    private final RecordingJournal journal;
    private final WorkRules rules;

    JournalWriting(RecordingJournal journal, WorkRules rules) {
        this.journal = journal;
        this.rules = rules;
    }

    /** What became of a note. */
    enum Noted {
        /** The journal has it. */
        YES,
        /** The claim is lost: what was to be noted does not count. */
        LOST,
        /** The journal did not answer: it may have it or not. */
        UNKNOWN
    }

    Noted checkpoint(Claim claim, Transcript transcript) {
        return noted(() -> journal.checkpoint(claim, transcript, rules.lease()));
    }

    Noted complete(Claim claim, Content content) {
        return noted(() -> journal.complete(claim, content));
    }

    /** Any failure of a stage: a verdict on the audio stands long, any other trouble lets the engine rest. */
    Noted failed(Claim claim, Stage stage, ScriptaException failure) {
        if (failure instanceof RecordingRefusedException verdict) {
            return noted(() -> journal.refuse(claim, verdict.reason(), verdict.detail(), rules.refusalBelieved()));
        }
        Duration rest = failure.retryAfter().filter(JournalWriting::isKept).orElse(rules.rest().limit(claim.fence()));
        EngineFailure told =
                new EngineFailure(stage, failure.detail(), failure.retryable(), failure.outcomeUnknown());
        return noted(() -> journal.postpone(claim, told, rest));
    }

    /** An engine may ask for no rest at all; the journal keeps whole milliseconds. */
    private static boolean isKept(Duration wait) {
        return wait.compareTo(Duration.ofMillis(1)) >= 0;
    }

    private static Noted noted(BooleanSupplier note) {
        try {
            return note.getAsBoolean() ? Noted.YES : Noted.LOST;
        } catch (StorageFailedException away) {
            return Noted.UNKNOWN;
        }
    }
}
