package dev.scripta.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.port.SaveBacklog;
import java.util.List;
import java.util.Optional;

/** What most rules of the backlog do. */
final class BacklogSteps {

    private BacklogSteps() {}

    /** A save of that order, requested at a time of its own. */
    static DeferredSave save(ConversationKey key, Content content, long order) {
        return new DeferredSave(Samples.request(key, content, order), Optional.empty());
    }

    /** Adds what must be kept. */
    static DeferredSave added(SaveBacklog backlog, DeferredSave save) {
        assertTrue(backlog.add(save), "kept");
        return save;
    }

    static void assertWaits(DeferredSave save, SaveBacklog backlog) {
        assertEquals(Optional.of(save), backlog.find(save.key()));
        assertTrue(backlog.waiting().contains(save.key()), "is among those that wait");
    }

    /** These wait and no others, the oldest first. */
    static void assertAllThatWait(SaveBacklog backlog, DeferredSave... saves) {
        assertEquals(List.of(saves).stream().map(DeferredSave::key).toList(), backlog.waiting());
        assertEquals(saves.length, backlog.size().entries());
        List.of(saves).forEach(save -> assertWaits(save, backlog));
    }
}
