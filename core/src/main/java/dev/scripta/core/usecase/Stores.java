package dev.scripta.core.usecase;

import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.SaveBacklog;
import java.util.Objects;

/**
 * Where things are kept; all use cases of a process share the same.
 *
 * @param conversations the conversations
 * @param journal the recordings in work
 * @param backlog the saves that wait for the conversations' store
 */
public record Stores(ConversationRepository conversations, RecordingJournal journal, SaveBacklog backlog) {

    /** Checks presence. */
    public Stores {
        Objects.requireNonNull(conversations, "conversations");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(backlog, "backlog");
    }
}
