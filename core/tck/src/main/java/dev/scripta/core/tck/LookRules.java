package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.JournalSteps.NEARLY_A_LEASE;
import static dev.scripta.core.tck.JournalSteps.TWO_MINUTES;
import static dev.scripta.core.tck.JournalSteps.askAnew;
import static dev.scripta.core.tck.JournalSteps.assertPostponed;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.finish;
import static dev.scripta.core.tck.JournalSteps.granted;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.newOwner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingNote;
import dev.scripta.core.port.RecordingState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen by those who do not ask for the work. */
interface LookRules extends JournalRules {

    /**
     * Work is seen with its order, how often it was claimed, and the stage that is next; the end of a lease alone changes
     * nothing but the time since then.
     *
     * <p>
     * If this fails, check what tells the stages apart: a transcript, whoever made it.
     */
    @Test
    default void j17_work_is_seen_with_its_stage() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        assertEquals(Optional.empty(), journal().look(recording));
        Claim first = claim(journal(), recording, 5);
        assertSeen(recording, 5, 1, new RecordingState.InStage(Stage.TRANSCRIPTION));
        assertTrue(journal().checkpoint(first, A.transcript(), LEASE));
        assertSeen(recording, 5, 1, new RecordingState.InStage(Stage.ANALYSIS));
        letPass(LEASE.plus(MINUTE));
        assertSeen(recording, 5, 1, new RecordingState.InStage(Stage.ANALYSIS), MINUTE);
        Claim second = claim(journal(), recording, 9);
        assertSeen(recording, 5, second.fence(), new RecordingState.InStage(Stage.ANALYSIS));
    }

    /**
     * A result is seen as it is told to those who ask, with its order; work on purpose that follows begins with
     * recognition, for the new order.
     *
     * <p>
     * If this fails, check what claiming again leaves of the result before.
     */
    @Test
    default void j17_result_is_seen() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        finish(journal(), recording, 5, A);
        assertSeen(recording, 5, 1, new JournalAnswer.Done(new Order(5), A), Duration.ZERO);
        letPass(LEASE);
        assertSeen(recording, 5, 1, new JournalAnswer.Done(new Order(5), A), LEASE);
        Claim again = granted(askAnew(journal(), recording, 6));
        assertSeen(recording, 6, again.fence(), new RecordingState.InStage(Stage.TRANSCRIPTION));
    }

    /**
     * A failure is seen with what is left of the rest, and when that is over, with none, until somebody claims.
     *
     * <p>
     * If this fails, check whose clock is asked, and that a rest is never negative.
     */
    @Test
    default void j17_failure_is_seen_with_its_rest() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        assertTrue(journal().postpone(claim(journal(), recording, 5), FAILURE, LEASE));
        assertPostponed(FAILURE, LEASE, postponed(recording));
        letPass(NEARLY_A_LEASE);
        assertPostponed(FAILURE, MINUTE, postponed(recording));
        letPass(TWO_MINUTES);
        assertSeen(recording, 5, 1, new JournalAnswer.Postponed(FAILURE, Duration.ZERO), MINUTE);
    }

    /**
     * A verdict is seen, also when it would not be believed any more.
     *
     * <p>
     * If this fails, check that a look does not ask whether the time to live is over.
     */
    @Test
    default void j17_verdict_is_seen() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        assertTrue(journal().refuse(claim(journal(), recording, 5), Reason.EMPTY, "It is empty.", LEASE));
        JournalAnswer.Refused refused = new JournalAnswer.Refused(Reason.EMPTY, "It is empty.");
        assertSeen(recording, 5, 1, refused);
        letPass(LEASE.plus(MINUTE));
        assertSeen(recording, 5, 1, refused, MINUTE);
    }

    /**
     * What is forgotten is not seen, and nobody sees the same recording of another session or owner.
     *
     * <p>
     * If this fails, check that the whole key is in the condition.
     */
    @Test
    default void j17_other_recordings_are_not_seen() {
        ConversationKey key = samples().key("s");
        RecordingKey recording = recording(key, "audio");
        finish(journal(), recording, 5, A);
        for (RecordingKey other : List.of(recording(key, "other"), recording(samples().key("other"), "audio"),
                recording(new ConversationKey(newOwner(""), key.session()), "audio"))) {
            assertEquals(Optional.empty(), journal().look(other));
        }
        journal().forget(key);
        assertEquals(Optional.empty(), journal().look(recording));
    }

    /**
     * Who looks changes nothing: neither the claim that is held, nor when it ends.
     *
     * <p>
     * If this fails, check that looking is reading.
     */
    @Test
    default void j17_looking_changes_nothing() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim held = claim(journal(), recording, 5);
        letPass(NEARLY_A_LEASE);
        journal().look(recording);
        journal().open(samples().owner(), 10);
        assertTrue(journal().checkpoint(held, A.transcript(), LEASE), "the claim is held");
        letPass(NEARLY_A_LEASE);
        journal().look(recording);
        journal().open(samples().owner(), 10);
        letPass(TWO_MINUTES);
        assertTrue(claim(journal(), recording, 6).fence() > held.fence(), "the lease has ended");
    }

    /**
     * The owner's recordings in work or postponed are told, the greatest order first, also when lease or rest are over;
     * none that are done, refused or forgotten.
     *
     * <p>
     * If this fails, check the states and the sort.
     */
    @Test
    default void j18_open_ones_are_told_the_greatest_order_first() {
        RecordingKey working = recording(samples().newKey(), "working");
        RecordingKey resting = recording(samples().newKey(), "resting");
        RecordingKey newest = recording(resting.conversation(), "newest");
        assertEquals(List.of(), open(10));
        claim(journal(), working, 5);
        journal().postpone(claim(journal(), resting, 3), FAILURE, LEASE);
        finish(journal(), recording(samples().newKey(), "done"), 6, B);
        journal().refuse(claim(journal(), recording(samples().newKey(), "refused"), 7), Reason.EMPTY, "Empty.", LEASE);
        claim(journal(), newest, 8);
        assertEquals(List.of(newest, working, resting), open(10));
        assertEquals(List.of(newest, working), open(2));
        journal().open(samples().owner(), 2)
                .forEach(note -> assertEquals(Optional.of(note), journal().look(note.recording())));
        letPass(LEASE.plus(MINUTE));
        assertEquals(List.of(newest, working, resting), open(10));
        finish(journal(), working, 9, A);
        assertEquals(List.of(newest, resting), open(10));
    }

    /**
     * No other owner's are told.
     *
     * <p>
     * If this fails, check that the owner is in the condition.
     */
    @Test
    default void j18_no_other_owners_are_told() {
        OwnerId other = newOwner("");
        RecordingKey own = recording(samples().key("s"), "audio");
        RecordingKey theirs = recording(new ConversationKey(other, own.conversation().session()), "audio");
        claim(journal(), own, 1);
        claim(journal(), theirs, 2);
        assertEquals(List.of(own), open(10));
        assertEquals(List.of(theirs), journal().open(other, 10).stream().map(RecordingNote::recording).toList());
        assertEquals(List.of(), journal().open(newOwner(""), 10));
    }

    private List<RecordingKey> open(int limit) {
        return journal().open(samples().owner(), limit).stream().map(RecordingNote::recording).toList();
    }

    private JournalAnswer postponed(RecordingKey recording) {
        return assertInstanceOf(JournalAnswer.Postponed.class, journal().look(recording).orElseThrow().state());
    }

    private void assertSeen(RecordingKey recording, long order, long attempts, RecordingState state) {
        assertEquals(Optional.of(new RecordingNote(recording, new Order(order), attempts, state, Duration.ZERO)),
                journal().look(recording));
    }

    private void assertSeen(RecordingKey recording, long order, long attempts, RecordingState state, Duration idle) {
        RecordingNote note = journal().look(recording).orElseThrow();
        assertEquals(new RecordingNote(recording, new Order(order), attempts, state, note.idle()), note);
        assertTrue(note.idle().compareTo(idle) >= 0 && note.idle().compareTo(idle.plus(MINUTE)) < 0,
                () -> "idle for " + note.idle() + " instead of " + idle);
    }
}
