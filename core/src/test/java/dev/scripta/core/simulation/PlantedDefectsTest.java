package dev.scripta.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The simulation has teeth: it finds each defect that is planted, and by the invariant that the defect breaks. */
final class PlantedDefectsTest {

    private static final long SEEDS = 2_000;

    @Test
    void journal_without_fence_is_found() throws Exception {
        assertFound(journal(PlantedJournals::withoutFence), "I3: a write of a lost claim counted");
    }

    @Test
    void new_order_on_take_over_is_found() throws Exception {
        assertFound(journal(PlantedJournals::withNewOrderOnTakeOver), "I2: a take-over must keep the order");
    }

    @Test
    void claim_without_lease_is_found() throws Exception {
        assertFound(journal(PlantedJournals::withoutLease), "I3: ");
    }

    @Test
    void lost_checkpoint_is_found() throws Exception {
        assertFound(journal(PlantedJournals::withoutCheckpoint), "I3: a take-over must get the finished transcript");
    }

    @Test
    void owner_missing_from_the_key_is_found() throws Exception {
        assertFound(journal(PlantedJournals::withoutOwner), "I6: ");
    }

    @Test
    void missing_order_guard_is_found() throws Exception {
        assertFound(repository(PlantedStores::withoutOrderGuard), "I2: the head is not the newest intent");
    }

    @Test
    void missing_order_advance_is_found() throws Exception {
        assertFound(repository(PlantedStores::withoutOrderAdvance), "I2: the head is not the newest intent");
    }

    @Test
    void backlog_that_keeps_the_older_save_is_found() throws Exception {
        assertFound(new Doubles(UnaryOperator.identity(), UnaryOperator.identity(), PlantedStores::keepingTheOlder),
                "I5: a promised save is lost");
    }

    private static Doubles journal(UnaryOperator<RecordingJournal> defect) {
        return new Doubles(UnaryOperator.identity(), defect, UnaryOperator.identity());
    }

    private static Doubles repository(UnaryOperator<ConversationRepository> defect) {
        return new Doubles(defect, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static void assertFound(Doubles defect, String invariant) throws Exception {
        Worlds.Broken broken = new Worlds(defect).run(0, SEEDS).orElseThrow();
        assertTrue(broken.how().getMessage().startsWith(invariant), broken.how().getMessage());
        Worlds.Broken again = new Worlds(defect).replay(broken.seed(), line -> {}).orElseThrow();
        assertEquals(broken.how().getMessage(), again.how().getMessage(), "replays exactly");
        assertEquals(List.of(), new Worlds(Doubles.NONE).replay(broken.seed(), line -> {}).stream().toList());
    }
}
