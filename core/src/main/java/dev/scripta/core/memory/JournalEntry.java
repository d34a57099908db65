package dev.scripta.core.memory;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingNote;
import dev.scripta.core.port.RecordingState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an in-memory journal knows of one recording.
 *
 * @param order of the intent that is worked for
 * @param fence of the newest claim
 * @param state how it stands
 * @param until in work: the end of the lease; postponed or refused: the end of that; done: when it ended
 * @param ended when the work ended; while it is in work, when it was claimed
 * @param transcript what is finished so far
 */
record JournalEntry(Order order, long fence, State state, Instant until, Instant ended, Optional<
        Transcript> transcript) {

    /** How a recording stands. */
    sealed interface State {}

    /** Somebody works on it. */
    record InWork() implements State {}

    /** The result, with its fingerprint. */
    record Done(Content content, Sha256 fingerprint) implements State {}

    /** An engine failed. */
    record Postponed(EngineFailure failure) implements State {}

    /** The audio cannot be used. */
    record Refused(JournalAnswer.Refused verdict) implements State {}

    static JournalEntry first(ClaimRequest request, Instant now, Instant until) {
        return new JournalEntry(request.order(), 1, new InWork(), until, now, Optional.empty());
    }

    /** What to say without granting; empty when the request is to be granted. */
    Optional<JournalAnswer> answer(ClaimRequest request, Instant now) {
        boolean over = !now.isBefore(until);
        if (state instanceof InWork) {
            return over ? Optional.empty() : Optional.of(new JournalAnswer.InWork());
        }
        if (isReprocessedBy(request)) {
            return Optional.empty();
        }
        if (state instanceof Done done) {
            return Optional.of(new JournalAnswer.Done(order, done.content()));
        }
        if (over) {
            return Optional.empty();
        }
        return Optional.of(state instanceof Postponed postponed
                ? new JournalAnswer.Postponed(postponed.failure(), Duration.between(now, until))
                : ((Refused) state).verdict());
    }

    /** What is noted, for whoever only looks. */
    RecordingNote note(RecordingKey recording, Instant now) {
        return new RecordingNote(recording, order, fence, seen(now), since(until, now));
    }

    private RecordingState seen(Instant now) {
        if (state instanceof InWork) {
            return new RecordingState.InStage(transcript.isPresent() ? Stage.ANALYSIS : Stage.TRANSCRIPTION);
        }
        if (state instanceof Done done) {
            return new JournalAnswer.Done(order, done.content());
        }
        if (state instanceof Postponed postponed) {
            return new JournalAnswer.Postponed(postponed.failure(), since(now, until));
        }
        return ((Refused) state).verdict();
    }

    private static Duration since(Instant time, Instant now) {
        return time.isBefore(now) ? Duration.between(time, now) : Duration.ZERO;
    }

    boolean isDone() {
        return state instanceof Done;
    }

    /** Whether it has neither a result nor a verdict. */
    boolean isOpen() {
        return state instanceof InWork || state instanceof Postponed;
    }

    JournalEntry claimedAgain(ClaimRequest request, Instant now, Instant leaseEnd) {
        boolean anew = !(state instanceof InWork) && isReprocessedBy(request);
        return new JournalEntry(anew ? request.order() : order, fence + 1, new InWork(), leaseEnd, now,
                anew ? Optional.empty() : transcript);
    }

    private boolean isReprocessedBy(ClaimRequest request) {
        return request.reprocess() && request.order().isNewerThan(order);
    }

    /** Whether this claim is the newest and may still write. */
    boolean isHeldBy(Claim claim) {
        return state instanceof InWork && fence == claim.fence() && order.equals(claim.order());
    }

    /** Whether it is in work under a lease that lasts. */
    boolean isLeasedAt(Instant now) {
        return state instanceof InWork && now.isBefore(until);
    }

    /** Whether the work ended before then or, left behind, its lease did. */
    boolean isOverBefore(Instant time) {
        return (state instanceof InWork ? until : ended).isBefore(time);
    }

    JournalEntry leasedUntil(Instant end) {
        return new JournalEntry(order, fence, state, end, ended, transcript);
    }

    JournalEntry with(Transcript finished) {
        return new JournalEntry(order, fence, state, until, ended, Optional.of(finished));
    }

    JournalEntry ended(State how, Instant now, Duration stands) {
        return new JournalEntry(order, fence, how, now.plus(stands), now, transcript);
    }
}
