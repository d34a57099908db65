package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.askAnew;
import static dev.scripta.core.tck.JournalSteps.assertDone;
import static dev.scripta.core.tck.JournalSteps.assertInWork;
import static dev.scripta.core.tck.JournalSteps.assertPostponed;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.granted;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.JournalAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Processing again, on purpose. */
interface ReprocessRules extends JournalRules {

    /**
     * Done work is done anew for a newer order only: with a greater fence, that order and no transcript.
     *
     * <p>
     * If this fails, check that orders are compared, and that nothing of the old result is left.
     */
    @Test
    default void j08_done_work_is_done_anew_for_a_newer_order() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim first = claim(journal(), recording, 5);
        assertTrue(journal().checkpoint(first, A.transcript(), LEASE));
        assertTrue(journal().complete(first, A));
        assertDone(5, A, askAnew(journal(), recording, 4));
        assertDone(5, A, askAnew(journal(), recording, 5));
        assertAnew(first, askAnew(journal(), recording, 6));
        assertInWork(ask(journal(), recording, 7));
        letPass(LEASE.plus(MINUTE));
        Claim second = claim(journal(), recording, 7);
        assertEquals(Optional.empty(), second.transcript());
        assertTrue(journal().complete(second, B));
        assertDone(6, B, ask(journal(), recording, 5));
        assertDone(6, B, askAnew(journal(), recording, 6));
    }

    /**
     * Postponed and refused work is done anew at once, likewise.
     *
     * <p>
     * If this fails, check that the caller's wish counts more than the rest, but only with a newer order.
     */
    @Test
    default void j08_postponed_and_refused_work_is_done_anew_at_once() {
        Claim postponed = claim(journal(), recording(samples().newKey(), "audio"), 5);
        assertTrue(journal().checkpoint(postponed, A.transcript(), LEASE));
        assertTrue(journal().postpone(postponed, FAILURE, LEASE));
        assertPostponed(FAILURE, LEASE, askAnew(journal(), postponed.recording(), 5));
        assertAnew(postponed, askAnew(journal(), postponed.recording(), 6));

        Claim refused = claim(journal(), recording(samples().newKey(), "audio"), 5);
        assertTrue(journal().checkpoint(refused, A.transcript(), LEASE));
        assertTrue(journal().refuse(refused, Reason.TOO_LONG, "It is too long.", LEASE));
        assertEquals(new JournalAnswer.Refused(Reason.TOO_LONG, "It is too long."),
                askAnew(journal(), refused.recording(), 5));
        assertAnew(refused, askAnew(journal(), refused.recording(), 6));
    }

    /**
     * Work that goes on is not done anew; when its lease has ended it is taken over as by anybody.
     *
     * <p>
     * If this fails, check that the wish to do it anew is for ended work only.
     */
    @Test
    default void j08_work_that_goes_on_is_not_done_anew() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim first = claim(journal(), recording, 5);
        assertTrue(journal().checkpoint(first, A.transcript(), LEASE));
        assertInWork(askAnew(journal(), recording, 6));
        letPass(LEASE.plus(MINUTE));
        Claim next = granted(askAnew(journal(), recording, 6));
        assertEquals(new Claim(recording, new Order(5), next.fence(), Optional.of(A.transcript())), next);
    }

    private static void assertAnew(Claim before, JournalAnswer answer) {
        Claim anew = granted(answer);
        assertEquals(new Claim(before.recording(), new Order(6), anew.fence(), Optional.empty()), anew);
        assertTrue(anew.fence() > before.fence());
    }
}
