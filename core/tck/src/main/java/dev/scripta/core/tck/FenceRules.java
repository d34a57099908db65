package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.JournalSteps.TWO_MINUTES;
import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.assertDone;
import static dev.scripta.core.tck.JournalSteps.assertInWork;
import static dev.scripta.core.tck.JournalSteps.assertPostponed;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.C;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.JournalAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose writes count. */
interface FenceRules extends JournalRules {

    /**
     * A claim that was taken over writes nothing: state, transcript and lease stay those of the new holder.
     *
     * <p>
     * If this fails, check that each of the five writes has the fence in its condition.
     */
    @Test
    default void j03_claim_that_was_taken_over_writes_nothing() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim old = claim(journal(), recording, 1);
        letPass(LEASE.plus(MINUTE));
        Claim holder = claim(journal(), recording, 1);
        assertTrue(journal().checkpoint(holder, B.transcript(), LEASE));
        assertWritesNothing(old);
        assertInWork(ask(journal(), recording, 1));
        letPass(LEASE.plus(MINUTE));
        assertEquals(Optional.of(B.transcript()), claim(journal(), recording, 1).transcript());
    }

    /**
     * A claim of work that has ended writes nothing, be it done, postponed or refused: what is told of it stays.
     *
     * <p>
     * If this fails, check that each of the five writes asks for work that is still going on.
     */
    @Test
    default void j03_claim_of_ended_work_writes_nothing() {
        Claim done = claim(journal(), recording(samples().newKey(), "audio"), 1);
        assertTrue(journal().complete(done, B));
        assertWritesNothing(done);
        assertDone(1, B, ask(journal(), done.recording(), 2));

        Claim postponed = claim(journal(), recording(samples().newKey(), "audio"), 1);
        assertTrue(journal().postpone(postponed, FAILURE, LEASE));
        assertWritesNothing(postponed);
        assertPostponed(FAILURE, LEASE, ask(journal(), postponed.recording(), 2));

        Claim refused = claim(journal(), recording(samples().newKey(), "audio"), 1);
        assertTrue(journal().refuse(refused, Reason.EMPTY, "It is empty.", LEASE));
        assertWritesNothing(refused);
        assertEquals(new JournalAnswer.Refused(Reason.EMPTY, "It is empty."), ask(journal(), refused.recording(), 2));
    }

    /**
     * A claim that nobody was given writes nothing: neither of an unknown recording nor with a fence yet to come.
     *
     * <p>
     * If this fails, check that writes do not insert, and that the fence is compared for equality.
     */
    @Test
    default void j03_claim_that_was_never_granted_writes_nothing() {
        RecordingKey unknown = recording(samples().newKey(), "audio");
        assertWritesNothing(new Claim(unknown, new Order(1), 1, Optional.empty()));
        Claim claim = claim(journal(), unknown, 1);
        assertEquals(1, claim.fence());
        assertWritesNothing(new Claim(unknown, claim.order(), claim.fence() + 1, Optional.empty()));
        assertTrue(journal().complete(claim, A));
    }

    /**
     * After a conversation was forgotten, the claims of before write nothing to what comes after, though fences begin anew.
     *
     * <p>
     * If this fails, check that each of the five writes has the order in its condition, besides the fence.
     */
    @Test
    default void j15_claim_of_forgotten_work_writes_nothing_to_new_work() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim old = claim(journal(), recording, 1);
        assertTrue(journal().complete(old, A));
        journal().forget(recording.conversation());
        assertNewWorkIsSafeFrom(old);
    }

    /**
     * After the purge, likewise.
     *
     * <p>
     * If this fails, check that each of the five writes has the order in its condition, besides the fence.
     */
    @Test
    default void j15_claim_of_purged_work_writes_nothing_to_new_work() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim old = claim(journal(), recording, 1);
        assertTrue(journal().postpone(old, FAILURE, LEASE));
        letPass(LEASE.plus(TWO_MINUTES));
        journal().purge(LEASE.plus(MINUTE));
        assertNewWorkIsSafeFrom(old);
    }

    private void assertNewWorkIsSafeFrom(Claim old) {
        RecordingKey recording = old.recording();
        Claim holder = claim(journal(), recording, 2);
        assertTrue(journal().checkpoint(holder, B.transcript(), LEASE));
        assertWritesNothing(old);
        letPass(LEASE.plus(MINUTE));
        Claim next = claim(journal(), recording, 3);
        assertEquals(new Claim(recording, new Order(2), next.fence(), Optional.of(B.transcript())), next);
        assertWritesNothing(new Claim(recording, old.order(), next.fence(), Optional.empty()));
        assertTrue(journal().complete(next, C));
        assertDone(2, C, ask(journal(), recording, 4));
    }

    private void assertWritesNothing(Claim claim) {
        assertFalse(journal().renew(claim, LEASE.multipliedBy(10)), "renew");
        assertFalse(journal().checkpoint(claim, A.transcript(), LEASE.multipliedBy(10)), "checkpoint");
        assertFalse(journal().complete(claim, A), "complete");
        assertFalse(journal().postpone(claim, FAILURE, LEASE.multipliedBy(10)), "postpone");
        assertFalse(journal().refuse(claim, Reason.UNREADABLE, "It is damaged.", LEASE.multipliedBy(10)), "refuse");
    }
}
