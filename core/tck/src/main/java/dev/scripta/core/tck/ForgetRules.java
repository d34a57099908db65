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
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.newOwner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left when an owner deleted a conversation. */
interface ForgetRules extends JournalRules {

    /**
     * Whatever has ended is unknown afterwards: done, postponed and refused, words and all.
     *
     * <p>
     * If this fails, check the condition on the state, and that rows go instead of being emptied.
     */
    @Test
    default void j11_ended_work_is_forgotten() {
        ConversationKey key = samples().newKey();
        List<RecordingKey> all = List.of(recording(key, "done"), recording(key, "postponed"), recording(key,
                "refused"));
        finish(journal(), all.get(0), 1, A);
        Claim postponed = claim(journal(), all.get(1), 2);
        assertTrue(journal().checkpoint(postponed, A.transcript(), LEASE));
        assertTrue(journal().postpone(postponed, FAILURE, LEASE));
        assertTrue(journal().refuse(claim(journal(), all.get(2), 3), Reason.EMPTY, "It is empty.", LEASE));
        journal().forget(key);
        assertEquals(Optional.empty(), journal().orderOf(key, A.fingerprint()));
        for (RecordingKey recording : all) {
            assertEquals(new Claim(recording, new Order(9), 1, Optional.empty()), claim(journal(), recording, 9));
        }
        journal().forget(samples().newKey());
    }

    /**
     * Work under a lease that lasts is not touched.
     *
     * <p>
     * If this fails, check the condition on the state.
     */
    @Test
    default void j11_work_that_goes_on_is_not_forgotten() {
        ConversationKey key = samples().newKey();
        RecordingKey held = recording(key, "held");
        Claim holder = claim(journal(), held, 2);
        journal().forget(key);
        assertInWork(ask(journal(), held, 9));
        assertTrue(journal().complete(holder, A));
        assertDone(2, A, ask(journal(), held, 9));
    }

    /**
     * What was left in work is forgotten once its lease has ended, words and all: nobody may come back for it.
     *
     * <p>
     * If this fails, check that what is in work is spared only until its lease ends.
     */
    @Test
    default void j11_work_left_behind_is_forgotten() {
        RecordingKey left = recording(samples().newKey(), "left");
        assertTrue(journal().checkpoint(claim(journal(), left, 1), B.transcript(), LEASE));
        letPass(LEASE.plus(MINUTE));
        journal().forget(left.conversation());
        assertEquals(new Claim(left, new Order(9), 1, Optional.empty()), claim(journal(), left, 9));
    }

    /**
     * Other conversations are not touched: neither the owner's other sessions nor the same session of another owner.
     *
     * <p>
     * If this fails, check that owner and session are in the condition.
     */
    @Test
    default void j11_other_conversations_are_not_forgotten() {
        ConversationKey key = samples().newKey();
        RecordingKey otherSession = recording(samples().newKey(), "audio");
        RecordingKey otherOwner = recording(new ConversationKey(newOwner(""), key.session()), "audio");
        finish(journal(), otherSession, 1, A);
        finish(journal(), otherOwner, 2, B);
        journal().forget(key);
        assertDone(1, A, ask(journal(), otherSession, 9));
        assertDone(2, B, ask(journal(), otherOwner, 9));
    }
}
