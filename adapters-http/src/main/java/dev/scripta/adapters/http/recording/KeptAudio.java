package dev.scripta.adapters.http.recording;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.usecase.FollowRecordings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the audio that a conversation was made of, while it is kept. Thread-safe. */
public final class KeptAudio {

    private final AcceptedRecordings recordings;
    private final FollowRecordings follow;

    /** Among these recordings. */
    public KeptAudio(AcceptedRecordings recordings, FollowRecordings follow) {
        this.recordings = recordings;
        this.follow = follow;
    }

    /** Its file, which may go at any time. */
    public Optional<Path> of(ConversationKey conversation) {
        List<Recording> kept = recordings.kept(conversation);
        // The recording that was accepted last became the conversation, unless nobody spoke in it.
        return kept.stream()
                .filter(recording -> kept.size() == 1 || !isSilent(recording))
                .findFirst()
                .flatMap(recording -> recording.audio().file());
    }

    private boolean isSilent(Recording recording) {
        try {
            return follow.status(new RecordingKey(recording.key(), recording.digest()))
                    .flatMap(status -> status.result())
                    .filter(result -> !result.content().transcript().hasSpeech())
                    .isPresent();
        } catch (StorageFailedException away) {
            return false;
        }
    }
}
