package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.JournalSteps.NEARLY_A_LEASE;
import static dev.scripta.core.tck.JournalSteps.TWO_MINUTES;
import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.assertInWork;
import static dev.scripta.core.tck.JournalSteps.assertPostponed;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.JournalAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Work that ended without a result. */
interface FailureRules extends JournalRules {

    /**
     * While an engine rests, all who ask are told why and how long it still does; then the work goes on with a greater fence,
     * the first order and the transcript.
     *
     * <p>
     * If this fails, check that the rest replaces the lease, from now, and that the transcript is left alone.
     */
    @Test
    default void j06_postponed_work_rests_and_goes_on() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim first = claim(journal(), recording, 5);
        assertTrue(journal().checkpoint(first, A.transcript(), LEASE.multipliedBy(10)));
        assertTrue(journal().postpone(first, FAILURE, LEASE));
        assertPostponed(FAILURE, LEASE, ask(journal(), recording, 9));
        letPass(NEARLY_A_LEASE);
        assertPostponed(FAILURE, MINUTE, ask(journal(), recording, 5));
        letPass(TWO_MINUTES);
        Claim next = claim(journal(), recording, 9);
        assertEquals(new Claim(recording, new Order(5), next.fence(), Optional.of(A.transcript())), next);
        assertTrue(next.fence() > first.fence());
        assertInWork(ask(journal(), recording, 9));
        assertTrue(journal().postpone(next, FAILURE, LEASE.multipliedBy(2)));
        assertPostponed(FAILURE, LEASE.multipliedBy(2), ask(journal(), recording, 9));
    }

    /**
     * Every failure is told as it was noted.
     *
     * <p>
     * If this fails, check how stage, detail, the hope for a retry and an unknown outcome are stored.
     */
    @Test
    default void j06_every_failure_is_told_as_noted() {
        for (Stage stage : Stage.values()) {
            for (boolean retryable : new boolean[]{true, false}) {
                for (boolean unknown : new boolean[]{true, false}) {
                    EngineFailure failure = new EngineFailure(stage, stage + " " + retryable, retryable, unknown);
                    Claim claim = claim(journal(), recording(samples().newKey(), "audio"), 1);
                    assertTrue(journal().postpone(claim, failure, LEASE));
                    assertPostponed(failure, LEASE, ask(journal(), claim.recording(), 1));
                }
            }
        }
    }

    /**
     * Refused audio stays refused for the time to live; then it is granted with a greater fence and the first order.
     *
     * <p>
     * If this fails, check that the verdict has an end of its own, from now.
     */
    @Test
    default void j07_refused_audio_stays_refused_for_its_time() {
        for (Reason reason : Reason.values()) {
            RecordingKey recording = recording(samples().newKey(), "audio");
            Claim first = claim(journal(), recording, 5);
            JournalAnswer verdict = new JournalAnswer.Refused(reason, "It is " + reason);
            assertTrue(journal().renew(first, LEASE.multipliedBy(10)));
            assertTrue(journal().refuse(first, reason, "It is " + reason, LEASE));
            assertEquals(verdict, ask(journal(), recording, 9));
            letPass(NEARLY_A_LEASE);
            assertEquals(verdict, ask(journal(), recording, 5));
            letPass(TWO_MINUTES);
            Claim next = claim(journal(), recording, 9);
            assertEquals(new Claim(recording, new Order(5), next.fence(), Optional.empty()), next);
            assertTrue(next.fence() > first.fence());
            assertInWork(ask(journal(), recording, 9));
        }
    }
}
