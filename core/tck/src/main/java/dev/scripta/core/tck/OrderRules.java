package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.C;
import static dev.scripta.core.tck.Samples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The newest intent wins, in whatever order intents arrive. */
interface OrderRules extends RepositoryRules {

    /** A content and its order. */
    record Intent(Content content, long order) {

        /** Newest last; the fingerprint breaks ties. */
        static final Comparator<Intent> AGE = Comparator.comparingLong(Intent::order)
                .thenComparing(intent -> intent.content().fingerprint());
    }

    /**
     * Of two contents with the same order, the one with the greater fingerprint stays, whichever comes first.
     *
     * <p>
     * If this fails, check that order and fingerprint are compared together, and that the store compares digests as bytes.
     */
    @Test
    default void r05_equal_order_ends_the_same_in_both_orders_of_arrival() {
        List<Intent> tie = List.of(new Intent(A, 5), new Intent(B, 5));
        assertConverges(tie);
        assertConverges(List.of(tie.get(1), tie.get(0)));
    }

    /**
     * The same content with a newer order moves the order on; without it an intent between the two would win later.
     *
     * <p>
     * If this fails, check that "nothing to change" does not skip the order.
     */
    @Test
    default void r06_same_content_moves_the_order_on() {
        ConversationKey key = samples().newKey();
        Head first = repository().save(request(key, A, 1)).head().orElseThrow();
        SaveResult again = repository().save(request(key, A, 3));
        Head moved = new Head(first.id(), 1, new Order(3), A.fingerprint());
        assertEquals(SaveResult.of(SaveOutcome.UNCHANGED, moved), again);
        assertEquals(SaveResult.of(SaveOutcome.SUPERSEDED, moved), repository().save(request(key, B, 2)));
    }

    /**
     * The same content with an older order leaves the order where it is.
     *
     * <p>
     * If this fails, check that the order is only ever raised.
     */
    @Test
    default void r06_same_content_never_lowers_the_order() {
        ConversationKey key = samples().newKey();
        Head first = repository().save(request(key, A, 3)).head().orElseThrow();
        assertEquals(SaveResult.of(SaveOutcome.UNCHANGED, first), repository().save(request(key, A, 1)));
        assertEquals(SaveResult.of(SaveOutcome.SUPERSEDED, first), repository().save(request(key, B, 2)));
    }

    /**
     * All orders of arrival of some intents, one of them twice, end with the newest content.
     *
     * <p>
     * If this fails, look at R04 to R06 first; the message names the sequence.
     */
    @Test
    default void r08_every_order_of_arrival_ends_the_same() {
        permutations(List.of(new Intent(A, 1), new Intent(B, 2), new Intent(B, 2), new Intent(A, 3), new Intent(C, 3)))
                .forEach(this::assertConverges);
    }

    /**
     * Longer histories in random order, with many duplicates, end with the newest content.
     *
     * <p>
     * If this fails, look at R04 to R06 first; the message names the sequence.
     */
    @Test
    default void r08_random_orders_of_arrival_end_the_same() {
        List<Content> contents = List.of(A, B, C);
        List<Intent> history = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            history.add(new Intent(contents.get(i % contents.size()), samples().choices().nextInt(8)));
        }
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(history, samples().choices());
            assertConverges(history);
        }
    }

    private void assertConverges(List<Intent> arrivals) {
        ConversationKey key = samples().newKey();
        long revision = 1;
        for (Intent intent : arrivals) {
            SaveResult saved = repository().save(request(key, intent.content(), intent.order()));
            revision += saved.outcome() == SaveOutcome.UPDATED ? 1 : 0;
        }
        Intent newest = Collections.max(arrivals, Intent.AGE);
        Head head = repository().head(key).orElseThrow();
        assertEquals(new Head(head.id(), revision, new Order(newest.order()), newest.content().fingerprint()), head,
                () -> "after " + arrivals.stream().map(OrderRules::name).toList());
    }

    private static String name(Intent intent) {
        return intent.content().transcript().text().charAt(0) + "@" + intent.order();
    }

    private static Stream<List<Intent>> permutations(List<Intent> intents) {
        if (intents.isEmpty()) {
            return Stream.of(List.of());
        }
        return Stream.iterate(0, i -> i < intents.size(), i -> i + 1).flatMap(i -> {
            List<Intent> rest = new ArrayList<>(intents);
            Intent first = rest.remove(i.intValue());
            return permutations(rest).map(tail -> Stream.concat(Stream.of(first), tail.stream()).toList());
        });
    }
}
