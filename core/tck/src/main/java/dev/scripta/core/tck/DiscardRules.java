package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.assertDone;
import static dev.scripta.core.tck.JournalSteps.assertInWork;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.finish;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.newOwner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left when an owner does not want a recording finished. */
interface DiscardRules extends JournalRules {

    /**
     * What failed, what was refused and what was left behind is unknown afterwards, words and all; a second time there is
     * nothing.
     *
     * <p>
     * If this fails, check the condition on the state, and that the row goes instead of being emptied.
     */
    @Test
    default void j19_what_has_no_result_and_no_worker_is_discarded() {
        ConversationKey key = samples().newKey();
        List<RecordingKey> all = List.of(recording(key, "postponed"), recording(key, "refused"), recording(key,
                "left"));
        Claim postponed = claim(journal(), all.get(0), 1);
        assertTrue(journal().checkpoint(postponed, A.transcript(), LEASE));
        assertTrue(journal().postpone(postponed, FAILURE, LEASE.multipliedBy(2)));
        assertTrue(journal().refuse(claim(journal(), all.get(1), 2), Reason.EMPTY, "It is empty.", LEASE.multipliedBy(
                2)));
        assertTrue(journal().checkpoint(claim(journal(), all.get(2), 3), A.transcript(), LEASE));
        letPass(LEASE.plus(MINUTE));
        for (RecordingKey recording : all) {
            assertTrue(journal().discard(recording));
            assertEquals(Optional.empty(), journal().look(recording));
            assertFalse(journal().discard(recording));
            assertEquals(new Claim(recording, new Order(9), 1, Optional.empty()), claim(journal(), recording, 9));
        }
    }

    /**
     * A result stays, and so does work under a lease that lasts.
     *
     * <p>
     * If this fails, check that both are spared, and that nothing was discarded is told.
     */
    @Test
    default void j19_results_and_work_that_goes_on_stay() {
        RecordingKey done = recording(samples().newKey(), "done");
        finish(journal(), done, 1, A);
        assertFalse(journal().discard(done));
        assertDone(1, A, ask(journal(), done, 9));
        RecordingKey held = recording(samples().newKey(), "held");
        Claim holder = claim(journal(), held, 2);
        assertFalse(journal().discard(held));
        assertInWork(ask(journal(), held, 9));
        assertTrue(journal().complete(holder, A));
    }

    /**
     * Other recordings of the session stay, and the same one of another session or owner.
     *
     * <p>
     * If this fails, check that the whole key is in the condition.
     */
    @Test
    default void j19_other_recordings_stay() {
        ConversationKey key = samples().key("s");
        List<RecordingKey> others = List.of(recording(key, "other"), recording(samples().key("other"), "audio"),
                recording(new ConversationKey(newOwner(""), key.session()), "audio"));
        for (RecordingKey other : others) {
            assertTrue(journal().postpone(claim(journal(), other, 1), FAILURE, LEASE));
        }
        assertFalse(journal().discard(recording(key, "audio")));
        for (RecordingKey other : others) {
            assertTrue(journal().look(other).isPresent());
        }
    }
}
