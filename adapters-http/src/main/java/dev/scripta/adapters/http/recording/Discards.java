package dev.scripta.adapters.http.recording;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.usecase.DiscardRecording;
import dev.scripta.core.usecase.RecordingStatus;
import dev.scripta.core.usecase.Step;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Lets recordings go that came to nothing, with the audio that is kept of them here. Thread-safe. */
public final class Discards {

    private static final Set<Step> CAME_TO_NOTHING = EnumSet.of(Step.WAITING, Step.ABANDONED, Step.FAILED);

    private final Standings standings;
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
        /** It has a result. */
        DONE
    }

    /** Of the recordings that {@code standings} tells of. */
    public Discards(Standings standings, AcceptedRecordings recordings, DiscardRecording discard) {
        this.standings = standings;
        this.recordings = recordings;
        this.discard = discard;
    }

    /**
     * Lets a recording go for good.
     *
     * @throws dev.scripta.core.error.StorageFailedException when the store is away; asking again later is safe
     */
    public Outcome discard(RecordingKey recording) {
        Optional<Step> step = standings.of(recording).map(RecordingStatus::step);
        if (step.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (!CAME_TO_NOTHING.contains(step.get())) {
            return step.get() == Step.DONE ? Outcome.DONE : Outcome.IN_WORK;
        }
        // The audio first: were it there when nobody knows it any more, it would be made a conversation after all.
        recordings.discard(recording);
        discard.discard(recording);
        return standings.of(recording).isEmpty() ? Outcome.DISCARDED : Outcome.IN_WORK;
    }
}
