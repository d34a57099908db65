package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.askAnew;
import static dev.scripta.core.tck.JournalSteps.assertDone;
import static dev.scripta.core.tck.JournalSteps.assertInWork;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.granted;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Who asks at once, in one instance and in several. */
interface JournalRaceRules extends JournalRules {

    /** How often a race is run. */
    int RACES = 10;

    /**
     * Of all who ask at once for work that is free one gets it, whether it is unknown, left behind, rested or to be done
     * anew; nobody fails.
     *
     * <p>
     * If this fails, check that the claim is one atomic statement, and that the loser of a race reads again.
     */
    @Test
    default void j14_of_all_who_ask_at_once_one_is_granted() throws Exception {
        for (int race = 0; race < RACES; race++) {
            assertOneIsGranted(thread -> journal());
        }
    }

    /**
     * So over two instances. Skipped without another instance.
     *
     * <p>
     * If this fails, check that the store decides, not a lock in the program.
     */
    @Test
    default void j14_of_all_who_ask_two_instances_at_once_one_is_granted() throws Exception {
        RecordingJournal other = requireAnotherJournal();
        for (int race = 0; race < RACES; race++) {
            assertOneIsGranted(thread -> thread % 2 == 0 ? journal() : other);
        }
    }

    /**
     * A holder whose lease has ended and one who takes over never both succeed, and never both fail.
     *
     * <p>
     * If this fails, check that fence and state are compared in the statement that writes, not before.
     */
    @Test
    default void j14_late_result_and_take_over_exclude_each_other() throws Exception {
        for (int race = 0; race < RACES; race++) {
            RecordingKey recording = recording(samples().newKey(), "audio");
            Claim holder = claim(journal(), recording, 1);
            letPass(LEASE.plus(MINUTE));
            List<Object> answers = AtOnce.all(2, i -> i == 0
                    ? () -> journal().complete(holder, A)
                    : () -> ask(journal(), recording, 2));
            if (answers.get(0).equals(true)) {
                assertDone(1, A, (JournalAnswer) answers.get(1));
            } else {
                granted((JournalAnswer) answers.get(1));
                assertFalse(journal().complete(holder, A));
            }
        }
    }

    /**
     * Of all who complete at once under the same claim one does, and its result is told.
     *
     * <p>
     * If this fails, check that the state is compared in the statement that writes.
     */
    @Test
    default void j14_of_all_who_complete_at_once_one_does() throws Exception {
        for (int race = 0; race < RACES; race++) {
            RecordingKey recording = recording(samples().newKey(), "audio");
            Claim claim = claim(journal(), recording, 1);
            List<Boolean> answers = AtOnce.all(i -> () -> journal().complete(claim, content("said " + i)));
            assertEquals(1, answers.stream().filter(answer -> answer).count(), "completed");
            assertDone(1, content("said " + answers.indexOf(true)), ask(journal(), recording, 2));
        }
    }

    /**
     * Work on many recordings at once does not mix.
     *
     * <p>
     * If this fails, check for state shared between calls: a connection, a statement, a buffer.
     */
    @Test
    default void j14_many_recordings_at_once_do_not_mix() throws Exception {
        AtOnce.all(i -> () -> {
            RecordingKey recording = recording(samples().key("session"), "audio " + i);
            Claim claim = claim(journal(), recording, i);
            assertTrue(journal().checkpoint(claim, content("heard " + i).transcript(), LEASE));
            assertTrue(journal().renew(claim, LEASE));
            return journal().complete(claim, content("said " + i));
        });
        for (int i = 0; i < AtOnce.THREADS; i++) {
            assertDone(i, content("said " + i), ask(journal(), recording(samples().key("session"), "audio " + i), 99));
        }
    }

    /**
     * What one instance does, another sees at once. Skipped without another instance.
     *
     * <p>
     * If this fails, check for caches and for reads in a transaction that is kept open.
     */
    @Test
    default void j14_another_instance_sees_every_change_at_once() {
        RecordingJournal other = requireAnotherJournal();
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim first = claim(journal(), recording, 1);
        assertInWork(ask(other, recording, 2));
        assertTrue(other.checkpoint(first, A.transcript(), LEASE));
        letPass(LEASE.plus(MINUTE));
        Claim second = claim(other, recording, 2);
        assertEquals(Optional.of(A.transcript()), second.transcript());
        assertFalse(journal().complete(first, B));
        assertInWork(ask(journal(), recording, 2));
        assertTrue(journal().complete(second, A));
        assertDone(1, A, ask(other, recording, 2));
        assertDone(1, A, ask(journal(), recording, 2));
        assertEquals(Optional.of(new Order(1)), other.orderOf(recording.conversation(), A.fingerprint()));
        other.forget(recording.conversation());
        assertEquals(1, claim(journal(), recording, 3).fence());
    }

    private RecordingJournal requireAnotherJournal() {
        Optional<RecordingJournal> other = anotherInstance();
        assumeTrue(other.isPresent(), "needs another instance on the same store");
        return other.orElseThrow();
    }

    private void assertOneIsGranted(IntFunction<RecordingJournal> instances) throws Exception {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim first = winner(AtOnce.all(i -> () -> ask(instances.apply(i), recording, i)));
        letPass(LEASE.plus(MINUTE));
        Claim second = winner(AtOnce.all(i -> () -> ask(instances.apply(i), recording, i)));
        assertTrue(second.fence() > first.fence());
        assertFalse(journal().complete(first, A));
        assertTrue(journal().postpone(second, FAILURE, LEASE));
        letPass(LEASE.plus(MINUTE));
        Claim third = winner(AtOnce.all(i -> () -> ask(instances.apply(i), recording, i)));
        assertTrue(third.fence() > second.fence());
        assertTrue(journal().complete(third, A));
        Claim fourth = winner(AtOnce.all(i -> () -> askAnew(instances.apply(i), recording, 100 + i)));
        assertTrue(fourth.fence() > third.fence());
        assertTrue(journal().complete(fourth, B));
        assertDone(fourth.order().value(), B, ask(journal(), recording, 0));
    }

    private static Claim winner(List<JournalAnswer> answers) {
        List<JournalAnswer> granted = answers.stream().filter(JournalAnswer.Granted.class::isInstance).toList();
        assertEquals(1, granted.size(), "granted");
        assertEquals(AtOnce.THREADS - 1, answers.stream().filter(JournalAnswer.InWork.class::isInstance).count(),
                "in work");
        return granted(granted.get(0));
    }
}
