package dev.scripta.adapters.http.recording;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.core.model.ConversationKey;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the audio that a conversation was made of, while it is kept. Thread-safe. */
public final class KeptAudio {

    private final AcceptedRecordings recordings;

    /** Among these recordings. */
    public KeptAudio(AcceptedRecordings recordings) {
        this.recordings = recordings;
    }

    /** Its file, which may go at any time. */
    public Optional<Path> of(ConversationKey conversation) {
        return recordings.kept(conversation).stream().findFirst().flatMap(recording -> recording.audio().file());
    }
}
