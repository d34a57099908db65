package dev.scripta.core.tck;

import static dev.scripta.core.tck.BacklogSteps.added;
import static dev.scripta.core.tck.BacklogSteps.assertAllThatWait;
import static dev.scripta.core.tck.BacklogSteps.assertWaits;
import static dev.scripta.core.tck.BacklogSteps.save;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.port.SaveBacklog;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How saves stop waiting, and that nothing else makes them stop. */
interface BacklogSettleRules extends BacklogRules {

    /**
     * What is removed waits no more; another save of the conversation that waits instead stays.
     *
     * <p>
     * If this fails, check that order and fingerprint are compared before anything goes.
     */
    @Test
    default void b04_removing_leaves_another_save_alone() {
        ConversationKey key = samples().newKey();
        DeferredSave old = added(backlog(), save(key, A, 1));
        DeferredSave newer = added(backlog(), save(key, B, 2));
        backlog().remove(old);
        assertAllThatWait(backlog(), newer);
        backlog().remove(save(key, A, 2));
        backlog().remove(save(key, B, 3));
        assertAllThatWait(backlog(), newer);
        backlog().remove(newer);
        assertAllThatWait(backlog());
        assertEquals(Optional.empty(), backlog().find(key));
        backlog().remove(newer);
        assertEquals(0, backlog().size().dead());
    }

    /**
     * Giving a save up leaves another one of the conversation alone, too.
     *
     * <p>
     * If this fails, check that order and fingerprint are compared before anything goes.
     */
    @Test
    default void b04_giving_up_leaves_another_save_alone() {
        ConversationKey key = samples().newKey();
        DeferredSave old = added(backlog(), save(key, A, 1));
        DeferredSave newer = added(backlog(), save(key, B, 2));
        backlog().giveUp(old, "The store refuses it.");
        assertAllThatWait(backlog(), newer);
        backlog().giveUp(save(key, A, 2), "The store refuses it.");
        assertAllThatWait(backlog(), newer);
    }

    /**
     * What is settled may wait again.
     *
     * <p>
     * If this fails, check that nothing is left of what was removed or given up, such as a mark or a name.
     */
    @Test
    default void b04_settled_conversation_may_wait_again() {
        DeferredSave save = save(samples().newKey(), A, 5);
        for (int i = 0; i < 3; i++) {
            backlog().remove(added(backlog(), save));
            backlog().giveUp(added(backlog(), save), "The store refuses it.");
        }
        DeferredSave older = added(backlog(), save(save.key(), B, 1));
        assertAllThatWait(backlog(), older);
    }

    /**
     * After the process was killed all is as it was: what waits, in which order, what is gone and what was given up.
     *
     * <p>
     * If this fails, check that each change is written through before it is answered, and what is read at the start.
     */
    @Test
    default void b08_what_was_kept_survives_the_process() {
        DeferredSave settled = added(backlog(), save(samples().newKey(), A, 1));
        DeferredSave dead = added(backlog(), save(samples().newKey(), A, 2));
        DeferredSave late = added(backlog(), save(samples().newKey(), B, 9));
        DeferredSave replaced = added(backlog(), save(samples().newKey(), A, 3));
        DeferredSave newer = added(backlog(), save(replaced.key(), B, 4));
        backlog().remove(settled);
        backlog().giveUp(dead, "The store refuses it.");
        BacklogSize size = backlog().size();
        SaveBacklog found = reopened();
        assertAllThatWait(found, newer, late);
        assertEquals(size, found.size());
        assertEquals(Optional.empty(), found.find(settled.key()));
        assertEquals(Optional.empty(), found.find(dead.key()));
        added(found, replaced);
        assertWaits(newer, found);
        found.remove(replaced);
        assertWaits(newer, found);
        found.remove(newer);
        assertAllThatWait(found, late);
        assertAllThatWait(reopened(), late);
    }

    /**
     * What is given up waits no more and is counted apart.
     *
     * <p>
     * If this fails, check that a save that was given up is moved away, not copied or deleted.
     */
    @Test
    default void b11_what_is_given_up_is_counted_apart() {
        DeferredSave first = added(backlog(), save(samples().newKey(), A, 1));
        DeferredSave second = added(backlog(), save(samples().newKey(), A, 2));
        DeferredSave third = added(backlog(), save(samples().newKey(), B, 3));
        backlog().giveUp(first, "The store refuses it.");
        assertAllThatWait(backlog(), second, third);
        assertEquals(1, backlog().size().dead());
        assertEquals(second.request().at(), backlog().size().oldest().orElseThrow());
        for (String reason : SampleTexts.SCRIPTS) {
            backlog().giveUp(added(backlog(), save(samples().newKey(), A, 4)), reason);
        }
        backlog().giveUp(added(backlog(), first), "The store refuses it again.");
        assertAllThatWait(backlog(), second, third);
        assertEquals(SampleTexts.SCRIPTS.size() + 2, backlog().size().dead());
    }
}
