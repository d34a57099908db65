package dev.scripta.core.usecase;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.JournalAnswer;
import java.util.Optional;

/** One question to the journal, and what follows from its answer. Thread-safe. */
final class ProcessingAttempt {

    private final Stores stores;
    private final Claims claims;
    private final RecordingWork work;
    private final SaveOrDefer saves;
    private final OrderClock orders;

    ProcessingAttempt(Stores stores, Claims claims, RecordingWork work, OrderClock orders) {
        this.stores = stores;
        this.claims = claims;
        this.work = work;
        this.saves = new SaveOrDefer(stores);
        this.orders = orders;
    }

    /**
     * Empty while another worker has the claim, or when one got ours.
     *
     * @param journalNeeded whether nothing may be paid for while the journal is away
     */
    Optional<ProcessedRecording> process(AcceptedRecording accepted, boolean journalNeeded) {
        Optional<SaveRequest> known = accepted.reprocess() ? Optional.empty() : waiting(accepted);
        Optional<Content> waiting = known.map(SaveRequest::content);
        JournalAnswer answer;
        try {
            answer = claims.claim(known.map(save -> keeping(save.order(), accepted)).orElse(accepted.claimRequest()));
        } catch (StorageFailedException away) {
            if (!away.retryable() || journalNeeded) {
                throw away;
            }
            return Optional.of(withoutJournal(accepted, waiting));
        }
        if (answer instanceof JournalAnswer.Granted granted) {
            return underClaim(accepted, granted.claim(), waiting);
        }
        if (answer instanceof JournalAnswer.Done done) {
            SaveResult save = saves.save(deferrable(accepted, done.content(), done.order()));
            return Optional.of(new ProcessedRecording(done.content(), save, true));
        }
        if (answer instanceof JournalAnswer.Postponed postponed) {
            throw failure(postponed);
        }
        if (answer instanceof JournalAnswer.Refused refused) {
            throw new RecordingRefusedException(refused.reason(), refused.detail());
        }
        return Optional.empty();
    }

    /** A result that waits in the backlog was paid for while the journal was away, and is now told to it. */
    private Optional<ProcessedRecording> underClaim(AcceptedRecording accepted, Claim claim, Optional<
            Content> waiting) {
        return waiting.map(content -> work.conclude(claim, content))
                .orElseGet(() -> work.under(claim, accepted.recording().audio()))
                .map(result -> new ProcessedRecording(result.content(), saved(accepted, claim.order(), result),
                        waiting.isPresent()));
    }

    private SaveResult saved(AcceptedRecording accepted, Order order, RecordingWork.Result result) {
        DeferredSave save = deferrable(accepted, result.content(), order);
        return result.recorded() ? saves.save(save) : saves.defer(save);
    }

    /** Better paid twice, if another instance does the same, than not served at all. */
    private ProcessedRecording withoutJournal(AcceptedRecording accepted, Optional<Content> waiting) {
        return waiting.map(content -> new ProcessedRecording(content, SaveResult.DEFERRED, true)).orElseGet(() -> {
            Content content = work.withoutClaim(accepted.recording().audio());
            DeferredSave save = deferrable(accepted, content, accepted.order());
            return new ProcessedRecording(content, saves.defer(save), false);
        });
    }

    /** A retry keeps the order that the waiting result was accepted with. */
    private static ClaimRequest keeping(Order order, AcceptedRecording accepted) {
        return new ClaimRequest(accepted.claimRequest().recording(), order, false);
    }

    private Optional<SaveRequest> waiting(AcceptedRecording accepted) {
        RecordingKey recording = accepted.claimRequest().recording();
        return stores.backlog()
                .find(recording.conversation())
                .filter(save -> save.recording().equals(Optional.of(recording)))
                .map(DeferredSave::request);
    }

    private DeferredSave deferrable(AcceptedRecording accepted, Content content, Order order) {
        return new DeferredSave(SaveRequest.of(accepted.recording().key(), content, order, orders.now()),
                Optional.of(accepted.recording().digest()));
    }

    private static ScriptaException failure(JournalAnswer.Postponed postponed) {
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
