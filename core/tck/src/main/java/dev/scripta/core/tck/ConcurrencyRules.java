package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.ConversationRepository;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Saves at once, in one instance and in several. */
interface ConcurrencyRules extends RepositoryRules {

    /** How often a race is run. */
    int ROUNDS = 5;

    /**
     * Identical saves of a new session at once: one creates it, the others find it unchanged, none fails.
     *
     * <p>
     * If this fails, check that the save is one atomic statement and that the loser of a race reads again.
     */
    @Test
    default void r20_identical_saves_at_once_create_one_conversation() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertCreatedOnce(thread -> repository());
        }
    }

    /**
     * Different saves of a new session at once end with the newest; each change has a revision of its own.
     *
     * <p>
     * If this fails, check that order and revision are compared and set in the statement that writes, not before.
     */
    @Test
    default void r20_different_saves_at_once_end_with_the_newest() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ConversationKey key = samples().newKey();
            List<Integer> orders = IntStream.rangeClosed(1, AtOnce.THREADS).boxed().collect(Collectors.toList());
            Collections.shuffle(orders, samples().choices());
            List<SaveResult> results = AtOnce.all(i -> () -> repository()
                    .save(request(key, content("said " + orders.get(i)), orders.get(i))));
            List<Long> revisions = results.stream()
                    .filter(result -> changed(result.outcome()))
                    .map(result -> result.head().orElseThrow().revision())
                    .sorted()
                    .toList();
            Conversation last = repository().find(key).orElseThrow();
            assertEquals(content("said " + AtOnce.THREADS), last.content());
            assertEquals(1, count(results, SaveOutcome.CREATED), "created");
            assertEquals(LongStream.rangeClosed(1, last.head().revision()).boxed().toList(), revisions, "revisions");
        }
    }

    /**
     * Saves of different sessions at once are all kept.
     *
     * <p>
     * If this fails, check for state shared between calls: a connection, a statement, a buffer.
     */
    @Test
    default void r20_saves_of_many_sessions_at_once_are_all_kept() throws Exception {
        AtOnce.all(i -> () -> repository().save(request(samples().key("session " + i), content("said " + i), i)));
        for (int i = 0; i < AtOnce.THREADS; i++) {
            assertEquals(content("said " + i), repository().find(samples().key("session " + i))
                    .orElseThrow()
                    .content());
        }
        assertEquals(AtOnce.THREADS, repository().list(samples().owner(), new PageRequest(1, 1)).total());
    }

    /**
     * What one instance does, another sees at once. Skipped without another instance.
     *
     * <p>
     * If this fails, check for caches and for reads in a transaction that is kept open.
     */
    @Test
    default void r21_another_instance_sees_every_change_at_once() {
        ConversationRepository other = requireAnotherInstance();
        ConversationKey key = samples().newKey();
        assertEquals(Optional.empty(), other.find(key));
        Head first = repository().save(request(key, A, 1)).head().orElseThrow();
        assertEquals(A, other.find(key).orElseThrow().content());
        assertEquals(Optional.of(first), other.head(key));
        other.save(request(key, B, 2));
        assertEquals(B, repository().find(key).orElseThrow().content());
        assertTrue(repository().delete(key.owner(), first.id()));
        assertEquals(Optional.empty(), other.find(key));
    }

    /**
     * Identical saves of a new session over two instances at once create one conversation. Skipped without another instance.
     *
     * <p>
     * If this fails, check that the store decides, not a lock in the program.
     */
    @Test
    default void r21_identical_saves_over_two_instances_create_one_conversation() throws Exception {
        ConversationRepository other = requireAnotherInstance();
        for (int round = 0; round < ROUNDS; round++) {
            assertCreatedOnce(thread -> thread % 2 == 0 ? repository() : other);
        }
    }

    private ConversationRepository requireAnotherInstance() {
        Optional<ConversationRepository> other = anotherInstance();
        assumeTrue(other.isPresent(), "needs another instance on the same store");
        return other.orElseThrow();
    }

    private void assertCreatedOnce(IntFunction<ConversationRepository> instances) throws Exception {
        ConversationKey key = samples().newKey();
        List<SaveResult> results = AtOnce.all(i -> () -> instances.apply(i).save(request(key, A, 1)));
        assertEquals(1, count(results, SaveOutcome.CREATED), "created");
        assertEquals(AtOnce.THREADS - 1, count(results, SaveOutcome.UNCHANGED), "unchanged");
        assertEquals(1, results.stream().map(SaveResult::head).distinct().count(), "one head for all");
        assertEquals(1, repository().head(key).orElseThrow().revision());
    }

    private static boolean changed(SaveOutcome outcome) {
        return outcome == SaveOutcome.CREATED || outcome == SaveOutcome.UPDATED;
    }

    private static long count(List<SaveResult> results, SaveOutcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
