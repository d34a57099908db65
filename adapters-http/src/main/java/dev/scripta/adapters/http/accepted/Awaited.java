package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.usecase.FollowRecordings;
import dev.scripta.core.usecase.WorkBoard;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Recordings that are about to be worked on here: until that is seen, what was noted of them before tells of the past.
 * Thread-safe.
 */
final class Awaited {

    private final Map<RecordingKey, Keeping> awaited = new ConcurrentHashMap<>();
    private final FollowRecordings follow;

    Awaited(FollowRecordings follow) {
        this.follow = follow;
    }

    /** From now on. */
    void begin(AcceptedRecording intent) {
        Keeping keeping = intent.reprocess() ? Keeping.AWAITED_ANEW : Keeping.AWAITED;
        awaited.merge(key(intent), keeping, (known, other) -> known == Keeping.AWAITED_ANEW ? known : other);
    }

    /** Does the work; it is awaited until its first sign or its end. */
    <T> T during(AcceptedRecording intent, Supplier<T> work) {
        RecordingKey recording = key(intent);
        WorkBoard.Watch watch = follow.watch(recording, () -> awaited.remove(recording));
        try {
            return work.get();
        } finally {
            watch.close();
            awaited.remove(recording);
        }
    }

    void end(AcceptedRecording intent) {
        awaited.remove(key(intent));
    }

    /** Empty when it is not. */
    Optional<Keeping> of(RecordingKey recording) {
        return Optional.ofNullable(awaited.get(recording));
    }

    private static RecordingKey key(AcceptedRecording intent) {
        return intent.claimRequest().recording();
    }
}
