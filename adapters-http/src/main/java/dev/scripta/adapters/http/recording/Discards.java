package dev.scripta.adapters.http.recording;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.adapters.http.accepted.Keeping;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.usecase.DiscardRecording;
import dev.scripta.core.usecase.FollowRecordings;
import dev.scripta.core.usecase.RecordingStatus;
import java.util.Optional;

/** Lets recordings go that came to nothing, with the audio that is kept of them here. Thread-safe. */
public final class Discards {

    private final FollowRecordings follow;
    private final AcceptedRecordings recordings;
    private final DiscardRecording discard;

    /** What became of the wish. */
    public enum Outcome {
        /** It is gone. */
        DISCARDED,
        /** Nobody knows it. */
        UNKNOWN,
        /** Somebody works on it, or is about to. */
        IN_WORK,
        /** It has a result that is settled. */
        DONE,
        /** It has a result that nobody has saved. */
        UNSAVED
    }

    /** Of the recordings that are noted or kept here. */
    public Discards(FollowRecordings follow, AcceptedRecordings recordings, DiscardRecording discard) {
        this.follow = follow;
        this.recordings = recordings;
        this.discard = discard;
    }

    /**
     * Lets a recording go for good; whatever else the outcome is, nothing of it is lost.
     *
     * @throws dev.scripta.core.error.StorageFailedException when the store is away; asking again later is safe
     */
    public Outcome discard(RecordingKey recording) {
        Optional<Keeping> keeping = recordings.keeping(recording);
        Optional<RecordingStatus> noted = follow.status(recording);
        Optional<Outcome> refusal = noted.map(Discards::refusal).orElseGet(() -> refusal(keeping));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        // The audio first: were it there when nobody knows it any more, it would be made a conversation after all.
        if (!recordings.discard(recording)) {
            return Outcome.IN_WORK;
        }
        return discard.discard(recording) || follow.status(recording).isEmpty() ? Outcome.DISCARDED : Outcome.IN_WORK;
    }

    private static Optional<Outcome> refusal(RecordingStatus noted) {
        return switch (noted.step()) {
            case WAITING, FAILED -> Optional.empty();
            case ABANDONED -> noted.failure()
                    .filter(StorageFailedException.class::isInstance)
                    .map(unsaved -> Outcome.UNSAVED);
            case DONE -> Optional.of(Outcome.DONE);
            default -> Optional.of(Outcome.IN_WORK);
        };
    }

    /** The journal knows nothing of it: it was given up here, or nobody has begun. */
    private static Optional<Outcome> refusal(Optional<Keeping> keeping) {
        if (keeping.isEmpty()) {
            return Optional.of(Outcome.UNKNOWN);
        }
        return keeping.get() == Keeping.GIVEN_UP ? Optional.empty() : Optional.of(Outcome.IN_WORK);
    }
}
