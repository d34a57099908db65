package dev.scripta.core.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Saves merge: whatever arrives, in whatever order and however often, ends with the greatest (order, fingerprint). The model
 * is a fold of the maximum.
 */
final class MergeTest {

    private static final ConversationKey KEY = new ConversationKey(OwnerId.LOCAL, new SessionId("s"));
    private static final Comparator<SaveRequest> AGE = Comparator.comparing(SaveRequest::order)
            .thenComparing(request -> request.content().fingerprint());

    @Property
    void history_in_any_order_with_duplicates_is_the_maximum(@ForAll("histories") List<SaveRequest> history,
            @ForAll Random random) {
        List<SaveRequest> arrivals = new ArrayList<>(history);
        arrivals.addAll(history.subList(0, random.nextInt(history.size())));
        Collections.shuffle(arrivals, random);
        Conversation end = afterAll(arrivals);
        assertEquals(Collections.max(history, AGE).content(), end.content());
        assertEquals(Collections.max(history, AGE).order(), end.head().order());
    }

    @Property
    void revision_counts_the_applied_changes(@ForAll("histories") List<SaveRequest> history) {
        InMemoryConversationRepository repository = new InMemoryConversationRepository();
        long applied = history.stream()
                .map(request -> repository.save(request).outcome())
                .filter(outcome -> outcome == SaveOutcome.CREATED || outcome == SaveOutcome.UPDATED)
                .count();
        assertEquals(applied, repository.head(KEY).map(Head::revision).orElse(0L));
    }

    @Property
    void saving_again_changes_nothing(@ForAll("requests") SaveRequest a, @ForAll("requests") SaveRequest b) {
        assertEquals(afterAll(List.of(a, b)), afterAll(List.of(a, b, b)));
    }

    @Property
    void sequence_and_grouping_do_not_count(@ForAll("requests") SaveRequest a, @ForAll("requests") SaveRequest b,
            @ForAll("requests") SaveRequest c) {
        List<Content> ends = Stream.of(List.of(a, b, c), List.of(a, c, b), List.of(b, a, c), List.of(b, c, a),
                List.of(c, a, b), List.of(c, b, a)).map(history -> afterAll(history).content()).distinct().toList();
        assertEquals(List.of(Collections.max(List.of(a, b, c), AGE).content()), ends);
    }

    @Property(tries = 50)
    void histories_of_several_threads_merge_too(@ForAll("histories") List<SaveRequest> history) throws Exception {
        InMemoryConversationRepository repository = new InMemoryConversationRepository();
        Collection<SaveOutcome> outcomes = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> saves = history.stream()
                    .<Callable<Boolean>>map(request -> () -> outcomes.add(repository.save(request).outcome()))
                    .toList();
            for (var save : threads.invokeAll(saves, 60, TimeUnit.SECONDS)) {
                assertEquals(true, save.get());
            }
        } finally {
            threads.shutdownNow();
        }
        Conversation end = repository.find(KEY).orElseThrow();
        assertEquals(Collections.max(history, AGE).content(), end.content());
        assertEquals(1, Collections.frequency(outcomes, SaveOutcome.CREATED));
        assertEquals(end.head().revision(), 1 + Collections.frequency(outcomes, SaveOutcome.UPDATED));
    }

    private static Conversation afterAll(List<SaveRequest> history) {
        InMemoryConversationRepository repository = new InMemoryConversationRepository();
        history.forEach(repository::save);
        Optional<Conversation> end = repository.find(KEY);
        return end.orElseThrow();
    }

    @Provide
    Arbitrary<List<SaveRequest>> histories() {
        return requests().list().ofMinSize(1).ofMaxSize(12);
    }

    /** Few contents and few orders, so that they meet. */
    @Provide
    Arbitrary<SaveRequest> requests() {
        Arbitrary<Content> contents =
                Arbitraries.of("A", "B", "C").map(text -> new Content(Transcript.of(text), Analysis.NONE));
        return Combinators.combine(contents, Arbitraries.longs().between(0, 5))
                .as(
                        (content, order) -> SaveRequest.of(KEY, content, new Order(order), Instant.ofEpochSecond(
                                order)));
    }
}
