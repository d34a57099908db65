package dev.scripta.core.usecase;

import dev.scripta.core.model.RecordingKey;
import java.util.Objects;

/**
 * Forgets a recording that came to nothing and that its owner does not want to send again. What became a conversation goes with
 * that ({@link BrowseConversations#delete}). Thread-safe.
 */
public final class DiscardRecording {

    private final Stores stores;

    /** The use case over these stores. */
    public DiscardRecording(Stores stores) {
        this.stores = Objects.requireNonNull(stores, "stores");
    }

    /**
     * Forgets it, words and all, unless it is done or somebody works on it.
     *
     * @return whether there was one to forget
     * @throws dev.scripta.core.error.StorageFailedException when the store is away
     */
    public boolean discard(RecordingKey recording) {
        return stores.journal().discard(recording);
    }
}
