package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.assertDone;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.finish;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.RecordingKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is done is done. */
interface ResultRules extends JournalRules {

    /**
     * A result is told to all who ask, with the order it was done for, now and in ten years; nobody works on it again,
     * however new their order.
     *
     * <p>
     * If this fails, check that done work has no lease that could end.
     */
    @Test
    default void j05_result_is_told_for_ever() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        finish(journal(), recording, 5, A);
        assertDone(5, A, ask(journal(), recording, 5));
        assertDone(5, A, ask(journal(), recording, 9));
        letPass(Duration.ofDays(3_650));
        assertDone(5, A, ask(journal(), recording, 1));
        assertDone(5, A, ask(journal(), recording, 10));
    }

    /**
     * Who takes work over finishes it for the order of the first claim, and the result alone counts, not the checkpoint.
     *
     * <p>
     * If this fails, check what completing sets.
     */
    @Test
    default void j05_result_of_a_take_over_has_the_first_order() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        Claim first = claim(journal(), recording, 5);
        assertTrue(journal().checkpoint(first, B.transcript(), LEASE));
        letPass(LEASE.plus(MINUTE));
        finish(journal(), recording, 9, A);
        assertDone(5, A, ask(journal(), recording, 9));
    }

    /**
     * Each recording has its own result, also within one conversation.
     *
     * <p>
     * If this fails, check that the audio's digest is in every condition.
     */
    @Test
    default void j05_each_recording_has_its_own_result() {
        RecordingKey one = recording(samples().key("s"), "one");
        RecordingKey two = recording(samples().key("s"), "two");
        finish(journal(), one, 1, A);
        finish(journal(), two, 2, B);
        assertDone(1, A, ask(journal(), one, 3));
        assertDone(2, B, ask(journal(), two, 3));
    }
}
