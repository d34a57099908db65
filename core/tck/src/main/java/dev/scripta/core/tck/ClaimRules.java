package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.JournalSteps.NEARLY_A_LEASE;
import static dev.scripta.core.tck.JournalSteps.TWO_MINUTES;
import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.assertInWork;
import static dev.scripta.core.tck.JournalSteps.assertPostponed;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.newOwner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who gets the right to work, and for how long. */
interface ClaimRules extends JournalRules {

    /**
     * The first claim is granted with fence 1, the order given and no transcript, whether processing anew is asked for or
     * not.
     *
     * <p>
     * If this fails, check the insert.
     */
    @Test
    default void j01_first_claim_is_granted_with_fence_1() {
        for (long order : List.of(0L, 1L, Order.MAX_VALUE)) {
            RecordingKey recording = recording(samples().newKey(), "audio");
            assertEquals(new Claim(recording, new Order(order), 1, Optional.empty()), claim(journal(), recording,
                    order));
            RecordingKey anew = recording(samples().newKey(), "audio");
            assertEquals(new Claim(anew, new Order(order), 1, Optional.empty()),
                    JournalSteps.granted(JournalSteps.askAnew(journal(), anew, order)));
        }
    }

    /**
     * While a lease lasts nobody else gets the work, and asking neither lengthens nor shortens the lease.
     *
     * <p>
     * If this fails, check that only a lease that has ended is taken over, and that a lost claim writes nothing.
     */
    @Test
    default void j01_recording_in_work_is_granted_to_nobody_else() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        claim(journal(), recording, 1);
        assertInWork(ask(journal(), recording, 1));
        assertInWork(journal().claim(new ClaimRequest(recording, new Order(2), false), Duration.ofMillis(1)));
        assertInWork(journal().claim(new ClaimRequest(recording, new Order(0), false), LEASE.multipliedBy(10)));
        letPass(NEARLY_A_LEASE);
        assertInWork(ask(journal(), recording, 2));
        letPass(TWO_MINUTES);
        claim(journal(), recording, 2);
    }

    /**
     * Other audio, another session and another owner are other work; all are told apart exactly.
     *
     * <p>
     * If this fails, check that owner, session and audio are in the key and in every condition, and the collation of their
     * columns.
     */
    @Test
    default void j01_other_audio_session_or_owner_is_other_work() {
        OwnerId stranger = newOwner("");
        String base = samples().owner().value();
        List<RecordingKey> recordings = Stream.concat(
                Stream.of("x", "X", "x ", " x", "x\u200b", "\u0445", "caf\u00e9", "cafe\u0301")
                        .map(session -> recording(samples().key(session), "audio")),
                Stream.of(recording(samples().key("x"), "other audio"),
                        recording(new ConversationKey(stranger, samples().key("x").session()), "audio"),
                        recording(new ConversationKey(new OwnerId(base + " "), samples().key("x").session()), "audio"),
                        recording(new ConversationKey(new OwnerId(base + "A"), samples().key("x").session()), "audio"),
                        recording(new ConversationKey(new OwnerId(base + "a"), samples().key("x").session()), "audio")))
                .toList();
        for (int i = 0; i < recordings.size(); i++) {
            assertEquals(new Claim(recordings.get(i), new Order(i), 1, Optional.empty()),
                    claim(journal(), recordings.get(i), i));
        }
        recordings.forEach(recording -> assertInWork(ask(journal(), recording, 100)));
    }

    /**
     * Work whose lease has ended is taken over with a greater fence, the order of the first claim and the transcript that is
     * finished; and so again.
     *
     * <p>
     * If this fails, check that a lease always has an end, and what the take-over sets: fence and lease, nothing else.
     */
    @Test
    default void j02_ended_lease_is_taken_over_with_order_and_transcript() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim first = claim(journal(), recording, 5);
        letPass(LEASE.plus(MINUTE));
        Claim second = claim(journal(), recording, 9);
        assertEquals(new Claim(recording, new Order(5), second.fence(), Optional.empty()), second);
        assertTrue(second.fence() > first.fence());
        assertTrue(journal().checkpoint(second, A.transcript(), LEASE));
        for (long order : List.of(9L, 1L, 5L)) {
            letPass(LEASE.plus(MINUTE));
            Claim next = claim(journal(), recording, order);
            assertEquals(new Claim(recording, new Order(5), next.fence(), Optional.of(A.transcript())), next);
            assertTrue(next.fence() > second.fence());
            assertInWork(ask(journal(), recording, order));
            second = next;
        }
        assertTrue(journal().complete(second, A));
    }

    /**
     * Of two checkpoints under one claim the last counts.
     *
     * <p>
     * If this fails, check that a checkpoint replaces the transcript.
     */
    @Test
    default void j02_last_checkpoint_counts() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim claim = claim(journal(), recording, 1);
        assertTrue(journal().checkpoint(claim, A.transcript(), LEASE));
        assertTrue(journal().checkpoint(claim, B.transcript(), LEASE));
        letPass(LEASE.plus(MINUTE));
        assertEquals(Optional.of(B.transcript()), claim(journal(), recording, 1).transcript());
    }

    /**
     * A renewal lets the claim last from now, be that longer or shorter than before.
     *
     * <p>
     * If this fails, check that the lease's end is set, not added to, and the unit of time.
     */
    @Test
    default void j04_renewal_counts_from_now() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim claim = claim(journal(), recording, 1);
        letPass(NEARLY_A_LEASE);
        assertTrue(journal().renew(claim, LEASE));
        letPass(NEARLY_A_LEASE);
        assertInWork(ask(journal(), recording, 1));
        assertTrue(journal().renew(claim, LEASE.multipliedBy(10)));
        assertTrue(journal().renew(claim, LEASE));
        letPass(NEARLY_A_LEASE);
        assertInWork(ask(journal(), recording, 1));
        letPass(TWO_MINUTES);
        claim(journal(), recording, 1);
    }

    /**
     * A checkpoint renews the lease.
     *
     * <p>
     * If this fails, check that the checkpoint sets the lease's end, too.
     */
    @Test
    default void j04_checkpoint_renews_the_lease() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim claim = claim(journal(), recording, 1);
        letPass(NEARLY_A_LEASE);
        assertTrue(journal().checkpoint(claim, A.transcript(), LEASE));
        letPass(NEARLY_A_LEASE);
        assertInWork(ask(journal(), recording, 1));
        letPass(TWO_MINUTES);
        claim(journal(), recording, 1);
    }

    /**
     * A holder whose lease has ended may write, as long as nobody else claimed the recording.
     *
     * <p>
     * If this fails, check that writes ask for order, fence and state, not for the lease.
     */
    @Test
    default void j04_ended_lease_is_no_reason_to_refuse_its_holder() {
        Claim renewed = endedClaim();
        assertTrue(journal().renew(renewed, LEASE), "renew");
        assertInWork(ask(journal(), renewed.recording(), 1));
        Claim noted = endedClaim();
        assertTrue(journal().checkpoint(noted, A.transcript(), LEASE), "checkpoint");
        assertInWork(ask(journal(), noted.recording(), 1));
        assertTrue(journal().complete(endedClaim(), A), "complete");
        assertTrue(journal().postpone(endedClaim(), FAILURE, LEASE), "postpone");
        assertTrue(journal().refuse(endedClaim(), Reason.UNREADABLE, "It is damaged.", LEASE), "refuse");
    }

    /**
     * A program's clock is no matter: with one that is an hour ahead or behind, leases, rests and verdicts last as long and
     * nothing is purged sooner.
     *
     * <p>
     * If this fails, check that the store's clock makes and compares all times, and that only durations are sent to it.
     */
    @Test
    default void j09_only_the_clock_of_the_store_counts() {
        for (long minutes : List.of(60L, -60L)) {
            RecordingJournal off = whereTheClockIsAhead(Duration.ofMinutes(minutes));
            assertLeaseIsSame(off, journal());
            assertLeaseIsSame(journal(), off);
            Claim failed = claim(off, recording(samples().newKey(), "audio"), 1);
            assertTrue(off.postpone(failed, FAILURE, LEASE));
            assertPostponed(FAILURE, LEASE, ask(journal(), failed.recording(), 1));
            off.purge(MINUTE.multipliedBy(50));
            assertPostponed(FAILURE, LEASE, ask(off, failed.recording(), 1));
        }
    }

    private void assertLeaseIsSame(RecordingJournal holder, RecordingJournal asker) {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim claim = claim(holder, recording, 1);
        assertInWork(ask(asker, recording, 1));
        letPass(NEARLY_A_LEASE);
        assertInWork(ask(asker, recording, 1));
        assertTrue(holder.renew(claim, LEASE));
        letPass(NEARLY_A_LEASE);
        assertInWork(ask(asker, recording, 1));
        letPass(TWO_MINUTES);
        claim(asker, recording, 1);
    }

    private Claim endedClaim() {
        Claim claim = claim(journal(), recording(samples().newKey(), "audio"), 1);
        letPass(LEASE.plus(MINUTE));
        return claim;
    }
}
