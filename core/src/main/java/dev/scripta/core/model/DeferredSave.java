package dev.scripta.core.model;

import java.util.Objects;
import java.util.Optional;

/**
 * An intent to save that waits for the store.
 *
 * @param request what to save, with the order it was given when it was accepted
 * @param audio digest of the recording it is the result of, where the journal may not know the result yet; empty for what a
 *            caller brought
 */
public record DeferredSave(SaveRequest request, Optional<Sha256> audio) {

    /** Checks presence, and that no revision is insisted on: nobody waits for the answer. */
    public DeferredSave {
        Objects.requireNonNull(audio, "audio");
        if (request.expectedRevision().isPresent()) {
            throw new IllegalArgumentException("a deferred save cannot insist on a revision");
        }
    }

    /** Which conversation. */
    public ConversationKey key() {
        return request.key();
    }

    /** The recording whose result this is, if it is one. */
    public Optional<RecordingKey> recording() {
        return audio.map(digest -> new RecordingKey(key(), digest));
    }
}
