package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.askAnew;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.finish;
import static dev.scripta.core.tck.JournalSteps.granted;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.C;
import static dev.scripta.core.tck.Samples.newOwner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Transcript;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a repeated result is recognised. */
interface RepetitionRules extends JournalRules {

    /**
     * The newest order among the done recordings with that fingerprint is told, however they were done in time.
     *
     * <p>
     * If this fails, check that the greatest order is chosen, and among results of that fingerprint only.
     */
    @Test
    default void j10_newest_order_of_a_result_is_told() {
        ConversationKey key = samples().newKey();
        assertOrderOf(Optional.empty(), key, A);
        finish(journal(), recording(key, "one"), 5, A);
        assertOrderOf(Optional.of(5), key, A);
        finish(journal(), recording(key, "two"), 7, A);
        finish(journal(), recording(key, "three"), 6, A);
        finish(journal(), recording(key, "four"), 9, B);
        assertOrderOf(Optional.of(7), key, A);
        assertOrderOf(Optional.of(9), key, B);
        assertOrderOf(Optional.empty(), key, C);
    }

    /**
     * What comes from a page has no segments, and is recognised all the same.
     *
     * <p>
     * If this fails, check that the core's fingerprint is stored and compared, not the whole content.
     */
    @Test
    default void j10_fingerprint_alone_is_compared() {
        ConversationKey key = samples().newKey();
        Content rich = Samples.richContent("said");
        finish(journal(), recording(key, "audio"), 5, rich);
        assertOrderOf(Optional.of(5), key, new Content(Transcript.of("said"), rich.analysis()));
    }

    /**
     * Results of another session or another owner are not seen.
     *
     * <p>
     * If this fails, check that both are in the condition.
     */
    @Test
    default void j10_results_of_others_are_not_seen() {
        ConversationKey key = samples().newKey();
        finish(journal(), recording(key, "audio"), 5, A);
        assertOrderOf(Optional.empty(), samples().newKey(), A);
        assertOrderOf(Optional.empty(), new ConversationKey(newOwner(""), key.session()), A);
    }

    /**
     * Only done work counts: not a checkpoint, not postponed work, not what is being done anew.
     *
     * <p>
     * If this fails, check that the state is in the condition.
     */
    @Test
    default void j10_only_done_work_counts() {
        ConversationKey key = samples().newKey();
        Content silence = new Content(A.transcript(), Analysis.NONE);
        Claim claim = claim(journal(), recording(key, "one"), 4);
        assertTrue(journal().checkpoint(claim, silence.transcript(), LEASE));
        assertOrderOf(Optional.empty(), key, silence);
        assertTrue(journal().postpone(claim, FAILURE, LEASE));
        assertOrderOf(Optional.empty(), key, silence);
        RecordingKey redone = recording(key, "two");
        finish(journal(), redone, 5, A);
        Claim anew = granted(askAnew(journal(), redone, 6));
        assertOrderOf(Optional.empty(), key, A);
        assertTrue(journal().complete(anew, A));
        assertOrderOf(Optional.of(6), key, A);
    }

    private void assertOrderOf(Optional<Integer> order, ConversationKey key, Content content) {
        assertEquals(order.map(Order::new), journal().orderOf(key, content.fingerprint()));
    }
}
