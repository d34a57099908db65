package dev.scripta.core.usecase;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.SaveBacklog;

/** Saves a result now, or else later: what was paid for is not lost because the store is away. Thread-safe. */
final class SaveOrDefer {

    private final ConversationRepository conversations;
    private final SaveBacklog backlog;

    SaveOrDefer(Stores stores) {
        this.conversations = stores.conversations();
        this.backlog = stores.backlog();
    }

    /** Saves; whatever keeps the store from it, the save is deferred. Of a recording without words nothing is saved. */
    SaveResult save(DeferredSave save) {
        if (isSilence(save)) {
            return SaveResult.SKIPPED;
        }
        try {
            return conversations.save(save.request());
        } catch (StorageFailedException away) {
            return defer(save);
        }
    }

    /**
     * Keeps it for later without trying: the journal must know a recording's result before the conversation does. Silence
     * is not kept: it would take the place of words that wait.
     */
    SaveResult defer(DeferredSave save) {
        if (isSilence(save)) {
            return SaveResult.SKIPPED;
        }
        return backlog.add(save) ? SaveResult.DEFERRED : SaveResult.UNSAVED;
    }

    /** An accidental silence must not replace words; what a caller brings on purpose may be empty. */
    private static boolean isSilence(DeferredSave save) {
        return save.audio().isPresent() && !save.request().content().transcript().hasSpeech();
    }
}
