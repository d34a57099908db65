package dev.scripta.core.tck;

import static dev.scripta.core.tck.BacklogSteps.added;
import static dev.scripta.core.tck.BacklogSteps.assertWaits;
import static dev.scripta.core.tck.BacklogSteps.save;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.port.SaveBacklog;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once. */
interface BacklogRaceRules extends BacklogRules {

    /** How often a race is run. */
    int RACES = 10;

    /**
     * Saves of one conversation at once are all accepted, and the newest waits.
     *
     * <p>
     * If this fails, check that comparing and replacing are one step.
     */
    @Test
    default void b09_newest_of_saves_at_once_waits() throws Exception {
        for (int race = 0; race < RACES; race++) {
            ConversationKey key = samples().newKey();
            List<Integer> orders = IntStream.rangeClosed(1, AtOnce.THREADS).boxed().collect(Collectors.toList());
            Collections.shuffle(orders, samples().choices());
            AtOnce.all(i -> () -> added(backlog(), save(key, content("said " + orders.get(i)), orders.get(i))));
            assertWaits(save(key, content("said " + AtOnce.THREADS), AtOnce.THREADS), backlog());
        }
        assertEquals(RACES, backlog().size().entries());
    }

    /**
     * Saves of many conversations at once do not mix, and no bound is exceeded.
     *
     * <p>
     * If this fails, check for state shared between calls, and that counting and adding are one step.
     */
    @Test
    default void b09_saves_of_many_conversations_at_once_keep_the_bound() throws Exception {
        for (int race = 0; race < RACES; race++) {
            SaveBacklog backlog = boundedTo(5);
            List<DeferredSave> saves = IntStream.range(0, AtOnce.THREADS)
                    .mapToObj(i -> save(samples().newKey(), content("said " + i), i))
                    .toList();
            List<Boolean> kept = AtOnce.all(i -> () -> backlog.add(saves.get(i)));
            assertEquals(5, kept.stream().filter(answer -> answer).count(), "kept");
            assertEquals(5, backlog.size().entries());
            for (int i = 0; i < AtOnce.THREADS; i++) {
                assertEquals(kept.get(i), backlog.find(saves.get(i).key()).filter(saves.get(i)::equals).isPresent());
            }
        }
    }

    /**
     * A newer save that is added while the older one is settled waits, and what settles at once settles once.
     *
     * <p>
     * If this fails, check that comparing and removing are one step.
     */
    @Test
    default void b09_save_added_while_an_older_one_is_settled_waits() throws Exception {
        for (int race = 0; race < RACES; race++) {
            ConversationKey key = samples().newKey();
            DeferredSave old = added(backlog(), save(key, A, 1));
            DeferredSave newer = save(key, B, 2);
            AtOnce.all(i -> () -> {
                if (i == 0) {
                    added(backlog(), newer);
                } else if (i % 2 == 0) {
                    backlog().remove(old);
                } else {
                    assertTrue(backlog().size().entries() <= RACES);
                }
                return i;
            });
            assertWaits(newer, backlog());
        }
        DeferredSave poison = added(backlog(), save(samples().newKey(), A, 1));
        AtOnce.all(i -> () -> {
            backlog().giveUp(poison, "The store refuses it.");
            return i;
        });
        assertEquals(1, backlog().size().dead());
        assertEquals(RACES, backlog().waiting().size());
    }
}
