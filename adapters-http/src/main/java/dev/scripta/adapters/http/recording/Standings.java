package dev.scripta.adapters.http.recording;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.adapters.http.accepted.Keeping;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.usecase.FollowRecordings;
import dev.scripta.core.usecase.RecordingStatus;
import dev.scripta.core.usecase.Step;
import dev.scripta.core.usecase.WorkBoard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How recordings stand: what is noted of the work, and of those that nobody has worked on what is known by their being kept
 * here. Thread-safe.
 */
public final class Standings {

    private static final String GIVEN_UP = "The recording could not be finished and was given up.";

    private static final Set<SaveOutcome> UNSETTLED = Set.of(SaveOutcome.DEFERRED, SaveOutcome.UNSAVED);

    private final FollowRecordings follow;
    private final AcceptedRecordings recordings;

    /** Of these recordings. */
    public Standings(FollowRecordings follow, AcceptedRecordings recordings) {
        this.follow = follow;
        this.recordings = recordings;
    }

    /**
     * How a recording stands; empty when nobody knows it.
     *
     * @throws StorageFailedException when only the store could tell, and it is away
     */
    public Optional<RecordingStatus> of(RecordingKey recording) {
        // Before the notes: what leaves the shelf meanwhile has been noted.
        Optional<Keeping> keeping = recordings.keeping(recording);
        try {
            Optional<RecordingStatus> noted = follow.status(recording);
            return keeping.map(kept -> standing(recording, kept, noted)).or(() -> noted);
        } catch (StorageFailedException away) {
            return Optional.of(keeping.map(kept -> standing(recording, kept, Optional.empty()))
                    .orElseThrow(() -> away));
        }
    }

    /** How a recording stands that was accepted right now: whatever happened meanwhile, it is known. */
    public RecordingStatus accepted(RecordingKey recording) {
        try {
            return of(recording).orElseGet(() -> received(recording, 0));
        } catch (StorageFailedException away) {
            return received(recording, 0);
        }
    }

    /**
     * The owner's recordings that are not settled, the one accepted last first. With the store away, those that are kept
     * here.
     *
     * @throws StorageFailedException when the store refuses for good
     */
    public List<RecordingStatus> open(OwnerId owner, int limit) {
        Map<RecordingKey, RecordingStatus> noted = new LinkedHashMap<>();
        noted(owner, limit).forEach(status -> noted.put(status.recording(), status));
        List<RecordingStatus> open = new ArrayList<>();
        for (RecordingKey recording : recordings.open(owner, limit)) {
            Optional<RecordingStatus> known = Optional.ofNullable(noted.remove(recording));
            (known.isPresent() ? Optional.of(standing(known.get())) : of(recording)).filter(Standings::isOpen)
                    .ifPresent(open::add);
        }
        open.addAll(noted.values());
        return open.stream().limit(limit).toList();
    }

    private List<RecordingStatus> noted(OwnerId owner, int limit) {
        try {
            return follow.open(owner, limit);
        } catch (StorageFailedException away) {
            if (!away.retryable()) {
                throw away;
            }
            return List.of();
        }
    }

    private RecordingStatus standing(RecordingStatus noted) {
        return recordings.keeping(noted.recording())
                .map(kept -> standing(noted.recording(), kept, Optional.of(noted)))
                .orElse(noted);
    }

    /** Hears of each change that happens here. */
    WorkBoard.Watch watch(RecordingKey recording, Runnable changed) {
        return follow.watch(recording, changed);
    }

    private static boolean isOpen(RecordingStatus status) {
        return status.step() != Step.DONE
                || status.result().filter(result -> UNSETTLED.contains(result.save().outcome())).isPresent();
    }

    private static RecordingStatus standing(RecordingKey recording, Keeping keeping, Optional<RecordingStatus> noted) {
        long attempts = noted.map(RecordingStatus::attempts).orElse(0L);
        RecordingStatus received = received(recording, attempts);
        // What is kept here is not abandoned.
        Optional<RecordingStatus> known = noted.filter(status -> status.step() != Step.ABANDONED);
        return switch (keeping) {
            case KEPT -> known.orElse(received);
            case AWAITED -> known.filter(status -> status.step() == Step.DONE || isInWork(status)).orElse(received);
            case AWAITED_ANEW -> known.filter(Standings::isInWork).orElse(received);
            case GIVEN_UP -> known.filter(RecordingStatus::isFinal)
                    .orElseGet(() -> givenUp(recording, attempts, known));
        };
    }

    private static RecordingStatus received(RecordingKey recording, long attempts) {
        return RecordingStatus.at(recording, Step.RECEIVED, attempts, OptionalDouble.empty());
    }

    private static boolean isInWork(RecordingStatus status) {
        return !status.isFinal() && status.step() != Step.WAITING;
    }

    /** Though the notes may still hope. */
    private static RecordingStatus givenUp(RecordingKey recording, long attempts, Optional<RecordingStatus> known) {
        return new RecordingStatus(recording, Step.FAILED, attempts, OptionalDouble.empty(), Optional.empty(),
                known.flatMap(RecordingStatus::failure)
                        .or(() -> Optional.of(new TranscriptionFailedException(GIVEN_UP, false))));
    }
}
