package dev.scripta.core.usecase;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingState;
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
        if (answer instanceof RecordingState failed) {
            throw Failures.of(failed);
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
            Content content = work.withoutClaim(recording(accepted), accepted.recording().audio());
            DeferredSave save = deferrable(accepted, content, accepted.order());
            return new ProcessedRecording(content, saves.defer(save), false);
        });
    }

    /** A retry keeps the order that the waiting result was accepted with. */
    private static ClaimRequest keeping(Order order, AcceptedRecording accepted) {
        return new ClaimRequest(accepted.claimRequest().recording(), order, false);
    }

    private Optional<SaveRequest> waiting(AcceptedRecording accepted) {
        RecordingKey recording = recording(accepted);
        return stores.backlog()
                .find(recording.conversation())
                .filter(save -> save.recording().equals(Optional.of(recording)))
                .map(DeferredSave::request);
    }

    private static RecordingKey recording(AcceptedRecording accepted) {
        return accepted.claimRequest().recording();
    }

    private DeferredSave deferrable(AcceptedRecording accepted, Content content, Order order) {
        return new DeferredSave(SaveRequest.of(accepted.recording().key(), content, order, orders.now()),
                Optional.of(accepted.recording().digest()));
    }
}
