package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.JournalSteps.NEARLY_A_LEASE;
import static dev.scripta.core.tck.JournalSteps.TWO_MINUTES;
import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.assertDone;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.finish;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.C;
import static dev.scripta.core.tck.Samples.newOwner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the journal is kept small. */
interface PurgeRules extends JournalRules {

    /** How long ended work is kept in these tests. */
    Duration RETENTION = Duration.ofDays(7);

    /**
     * What ended longer ago than the retention goes and is counted: refused, postponed and done, if a newer one of its
     * conversation is done. What ended later stays.
     *
     * <p>
     * If this fails, check that the time of the end is noted and compared.
     */
    @Test
    default void j13_what_ended_longer_ago_goes() {
        purgeWhatOthersLeft();
        ConversationKey key = samples().newKey();
        finish(journal(), recording(key, "done"), 1, A);
        assertTrue(journal().postpone(claim(journal(), recording(key, "postponed"), 2), FAILURE, LEASE));
        assertTrue(journal().refuse(claim(journal(), recording(key, "refused"), 3), Reason.EMPTY, "It is empty.",
                LEASE));
        letPass(RETENTION.minus(MINUTE));
        finish(journal(), recording(key, "newest"), 4, B);
        assertEquals(0, journal().purge(RETENTION), "within the retention");
        letPass(TWO_MINUTES);
        assertEquals(3, journal().purge(RETENTION), "after the retention");
        assertEquals(0, journal().purge(RETENTION), "the second time");
        assertUnknown(recording(key, "done"));
        assertUnknown(recording(key, "postponed"));
        assertUnknown(recording(key, "refused"));
        assertDone(4, B, ask(journal(), recording(key, "newest"), 9));
    }

    /**
     * The retention begins when the work ends, not when it was claimed.
     *
     * <p>
     * If this fails, check which time is compared.
     */
    @Test
    default void j13_retention_begins_when_the_work_ends() {
        ConversationKey key = samples().newKey();
        Claim slow = claim(journal(), recording(key, "slow"), 1);
        letPass(RETENTION.plus(MINUTE));
        assertTrue(journal().complete(slow, A));
        finish(journal(), recording(key, "newest"), 2, B);
        journal().purge(RETENTION);
        assertDone(1, A, ask(journal(), recording(key, "slow"), 9));
    }

    /**
     * Work that goes on stays, whenever it was claimed, and so does what was left in work until the retention has passed
     * since the end of its lease: its transcript is paid for.
     *
     * <p>
     * If this fails, check that the end of the lease is compared, not the time of the claim.
     */
    @Test
    default void j13_work_that_goes_on_stays() {
        Claim crashed = claim(journal(), recording(samples().newKey(), "audio"), 1);
        assertTrue(journal().checkpoint(crashed, A.transcript(), LEASE));
        letPass(RETENTION.plus(NEARLY_A_LEASE));
        journal().purge(RETENTION);
        Claim next = claim(journal(), crashed.recording(), 2);
        assertTrue(next.fence() > crashed.fence());
        assertEquals(Optional.of(A.transcript()), next.transcript());
    }

    /**
     * What was left in work goes and is counted when its lease ended longer ago than the retention: its words must not
     * stay for ever.
     *
     * <p>
     * If this fails, check that what is in work is spared only for the retention.
     */
    @Test
    default void j13_work_left_behind_goes() {
        purgeWhatOthersLeft();
        Claim crashed = claim(journal(), recording(samples().newKey(), "audio"), 1);
        assertTrue(journal().checkpoint(crashed, A.transcript(), LEASE));
        letPass(RETENTION.plus(LEASE).plus(MINUTE));
        assertEquals(1, journal().purge(RETENTION), "left behind");
        assertUnknown(crashed.recording());
    }

    /**
     * The newest done recording of each conversation stays for ever: the one with the greatest order, whatever ended last.
     *
     * <p>
     * If this fails, check that the newest is sought by order, within owner and session, and among what is done.
     */
    @Test
    default void j13_newest_result_of_each_conversation_stays() {
        ConversationKey key = samples().key("s");
        ConversationKey otherSession = samples().key("t");
        ConversationKey otherOwner = new ConversationKey(newOwner(""), key.session());
        Claim failed = claim(journal(), recording(key, "failed"), 9);
        Claim slow = claim(journal(), recording(key, "slow"), 1);
        finish(journal(), recording(key, "newest"), 5, A);
        finish(journal(), recording(otherSession, "audio"), 2, B);
        finish(journal(), recording(otherOwner, "audio"), 3, C);
        letPass(MINUTE);
        assertTrue(journal().complete(slow, B));
        assertTrue(journal().refuse(failed, Reason.UNREADABLE, "It is damaged.", RETENTION.multipliedBy(100)));
        letPass(RETENTION.multipliedBy(50));
        journal().purge(RETENTION);
        assertDone(5, A, ask(journal(), recording(key, "newest"), 10));
        assertDone(2, B, ask(journal(), recording(otherSession, "audio"), 10));
        assertDone(3, C, ask(journal(), recording(otherOwner, "audio"), 10));
        assertUnknown(recording(key, "slow"));
        assertUnknown(recording(key, "failed"));
    }

    private void purgeWhatOthersLeft() {
        letPass(RETENTION.plus(LEASE).plus(MINUTE));
        journal().purge(RETENTION);
    }

    private void assertUnknown(RecordingKey recording) {
        assertEquals(new Claim(recording, new Order(8), 1, Optional.empty()), claim(journal(), recording, 8));
    }
}
