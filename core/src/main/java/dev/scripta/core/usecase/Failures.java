package dev.scripta.core.usecase;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingState;

/** Tells a failure that the journal has noted as it was told when it happened. */
final class Failures {

    private static final String ABANDONED = "Nobody goes on with this recording. Send it again; "
            + "what was done before is not paid for twice.";

    private Failures() {}

    /** The failure of a recording that has neither a result nor a worker. */
    static ScriptaException of(RecordingState state) {
        return state instanceof JournalAnswer.Refused refused
                ? new RecordingRefusedException(refused.reason(), refused.detail())
                : of((JournalAnswer.Postponed) state);
    }

    /** Of a recording that is neither done nor refused, and that nobody is at work on. */
    static ScriptaException abandoned(Step left) {
        return switch (left) {
            case ANALYSING -> new AnalysisFailedException(ABANDONED, true);
            case SAVING -> new StorageFailedException(ABANDONED, true);
            default -> new TranscriptionFailedException(ABANDONED, true);
        };
    }

    private static ScriptaException of(JournalAnswer.Postponed postponed) {
        EngineFailure failure = postponed.failure();
        return failure.stage() == Stage.TRANSCRIPTION
                ? transcriptionFailed(failure).after(postponed.rest())
                : analysisFailed(failure).after(postponed.rest());
    }

    private static TranscriptionFailedException transcriptionFailed(EngineFailure failure) {
        var told = new TranscriptionFailedException(failure.detail(), failure.retryable());
        return failure.outcomeUnknown() ? told.withOutcomeUnknown() : told;
    }

    private static AnalysisFailedException analysisFailed(EngineFailure failure) {
        var told = new AnalysisFailedException(failure.detail(), failure.retryable());
        return failure.outcomeUnknown() ? told.withOutcomeUnknown() : told;
    }
}
