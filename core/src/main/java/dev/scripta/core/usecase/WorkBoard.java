package dev.scripta.core.usecase;

import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows what this process does with which recording, as it happens. {@link ProcessRecording} writes on it,
 * {@link FollowRecordings} reads it. Thread-safe.
 */
public final class WorkBoard {

    private final Map<RecordingKey, RecordingStatus> shown = new ConcurrentHashMap<>();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    /** A board with nothing on it. */
    public WorkBoard() {}

    /** Somebody who wants to hear of changes, until closed. */
    public final class Watch implements AutoCloseable {

        private final RecordingKey recording;
        private final Runnable changed;

        private Watch(RecordingKey recording, Runnable changed) {
            this.recording = recording;
            this.changed = changed;
        }

        /** What is watched. */
        public RecordingKey recording() {
            return recording;
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }

    /**
     * Tells of each change to this recording from now on.
     *
     * @param changed called by the thread that works; must return at once and throw nothing
     */
    public Watch watch(RecordingKey recording, Runnable changed) {
        Watch watch = new Watch(recording, changed);
        watches.add(watch);
        return watch;
    }

    /** What is done with the recording here at the moment; empty when nothing is. */
    Optional<RecordingStatus> of(RecordingKey recording) {
        return Optional.ofNullable(shown.get(recording));
    }

    void show(RecordingKey recording, Step step, long attempts) {
        show(RecordingStatus.at(recording, step, attempts, OptionalDouble.empty()));
    }

    /** Shows how far the recognition of a recording is, while that is shown; an engine may tell it late. */
    Progress recognition(RecordingKey recording, long attempts) {
        return share -> {
            RecordingStatus told = RecordingStatus.at(recording, Step.TRANSCRIBING, attempts, OptionalDouble.of(share));
            RecordingStatus now = shown.computeIfPresent(recording,
                    (key, known) -> known.step() == told.step() && known.attempts() == attempts ? told : known);
            if (told.equals(now)) {
                tell(recording);
            }
        };
    }

    void clear(RecordingKey recording) {
        if (Optional.ofNullable(shown.remove(recording)).isPresent()) {
            tell(recording);
        }
    }

    private void show(RecordingStatus status) {
        shown.put(status.recording(), status);
        tell(status.recording());
    }

    private void tell(RecordingKey recording) {
        watches.stream().filter(watch -> watch.recording.equals(recording)).forEach(watch -> watch.changed.run());
    }
}
