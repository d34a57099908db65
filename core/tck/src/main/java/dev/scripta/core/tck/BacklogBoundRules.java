package dev.scripta.core.tck;

import static dev.scripta.core.tck.BacklogSteps.added;
import static dev.scripta.core.tck.BacklogSteps.assertAllThatWait;
import static dev.scripta.core.tck.BacklogSteps.save;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.C;
import static dev.scripta.core.tck.Samples.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.port.SaveBacklog;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens when there is no room. */
interface BacklogBoundRules extends BacklogRules {

    /** Room for a few saves of {@link #LONG}, in bytes. */
    int ROOM = 100_000;

    /** Takes a good part of the room. */
    Content LONG = content("x".repeat(20_000));

    /**
     * A full backlog refuses another conversation, and nothing changes; it still takes what is for a conversation that waits
     * already, be it newer or older.
     *
     * <p>
     * If this fails, check that the bound counts conversations, and that a replacement needs no room.
     */
    @Test
    default void b07_full_backlog_takes_no_other_conversation() {
        SaveBacklog backlog = boundedTo(2);
        DeferredSave first = added(backlog, save(samples().newKey(), A, 1));
        DeferredSave second = added(backlog, save(samples().newKey(), A, 2));
        BacklogSize full = backlog.size();
        ConversationKey third = samples().newKey();
        assertFalse(backlog.add(save(third, A, 9)), "kept");
        assertEquals(Optional.empty(), backlog.find(third));
        assertAllThatWait(backlog, first, second);
        assertEquals(full, backlog.size());
        DeferredSave newer = added(backlog, save(first.key(), B, 5));
        added(backlog, save(second.key(), C, 1));
        assertAllThatWait(backlog, second, newer);
        assertFalse(backlog.add(save(third, A, 9)), "kept");
        assertAllThatWait(backlog, second, newer);
    }

    /**
     * What is settled or given up makes room.
     *
     * <p>
     * If this fails, check that the count follows what is removed, and that what was given up does not wait.
     */
    @Test
    default void b07_settled_saves_make_room() {
        SaveBacklog backlog = boundedTo(1);
        for (int i = 0; i < 3; i++) {
            backlog.remove(added(backlog, save(samples().newKey(), A, i)));
            backlog.giveUp(added(backlog, save(samples().newKey(), B, i)), "The store refuses it.");
        }
        DeferredSave last = added(backlog, save(samples().newKey(), C, 9));
        assertFalse(backlog.add(save(samples().newKey(), C, 9)), "kept");
        assertAllThatWait(backlog, last);
    }

    /**
     * What would take more bytes than there is room for is refused, and nothing changes: the older save of the conversation
     * waits on. Skipped without a bound in bytes.
     *
     * <p>
     * If this fails, check that the bytes are counted before anything is written or replaced.
     */
    @Test
    default void b07_full_backlog_takes_no_more_bytes() {
        Optional<SaveBacklog> bounded = boundedToBytes(ROOM);
        assumeTrue(bounded.isPresent(), "needs a bound in bytes");
        SaveBacklog backlog = bounded.orElseThrow();
        DeferredSave small = added(backlog, save(samples().newKey(), A, 1));
        int kept = 1;
        while (backlog.add(save(samples().newKey(), LONG, kept + 1L))) {
            kept++;
            assertTrue(kept < ROOM / LONG.transcript().text().length() + 2, "there is a bound");
        }
        BacklogSize full = backlog.size();
        assertEquals(kept, full.entries());
        assertTrue(full.bytes() <= ROOM, () -> full + " is more than there is room for");
        assertFalse(backlog.add(save(small.key(), content("x".repeat(ROOM)), 99)), "kept");
        assertEquals(Optional.of(small), backlog.find(small.key()));
        assertEquals(full, backlog.size());
        backlog.waiting().stream().skip(1).toList().forEach(key -> backlog.remove(backlog.find(key).orElseThrow()));
        added(backlog, save(samples().newKey(), LONG, 100));
        assertEquals(2, backlog.size().entries());
    }
}
