package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.ConversationRepository;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** Saves of one session in whatever order they arrive, many at once, on two instances. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class ArrivalIT {

    private static final int THREADS = 16;
    private static final int INTENTS = 60;

    /** So few that equal contents meet other ones in between: the hardest case for a save that looks before it writes. */
    private static final int CONTENTS = 3;

    private static PostgresDatabase one;
    private static PostgresDatabase other;

    @BeforeAll
    static void open() throws SQLException {
        PostgresSettings settings = TestServer.migratedDatabase();
        one = new PostgresDatabase(settings, TestServer.RANDOM);
        other = new PostgresDatabase(settings, TestServer.RANDOM);
    }

    @AfterAll
    static void close() {
        one.close();
        other.close();
    }

    @RepeatedTest(20)
    void any_arrival_ends_with_the_newest_intent_and_counts_each_change(RepetitionInfo repetition) throws Exception {
        String session = "any " + repetition.getCurrentRepetition();
        List<SaveRequest> intents = shuffled(session, repetition.getCurrentRepetition());
        List<SaveResult> results = atOnce(intents.stream()
                .<Callable<SaveResult>>map(
                        intent -> () -> instance(intent.order()).save(intent))
                .toList());

        Conversation last = one.repository().find(Requests.key(session)).orElseThrow();
        assertEquals(new Order(INTENTS), last.head().order());
        assertEquals(intent(session, INTENTS).content(), last.content());
        List<Long> revisions = results.stream()
                .filter(result -> result.outcome() == SaveOutcome.CREATED || result.outcome() == SaveOutcome.UPDATED)
                .map(result -> result.head().orElseThrow().revision())
                .sorted()
                .toList();
        assertEquals(LongStream.rangeClosed(1, last.head().revision()).boxed().toList(), revisions);
        assertEquals(1, results.stream().filter(result -> result.outcome() == SaveOutcome.CREATED).count());
    }

    @RepeatedTest(5)
    void deletes_in_between_make_no_save_fail(RepetitionInfo repetition) throws Exception {
        String session = "deleted " + repetition.getCurrentRepetition();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (SaveRequest intent : shuffled(session, repetition.getCurrentRepetition())) {
            calls.add(() -> instance(intent.order()).save(intent).head().isPresent());
            calls.add(() -> {
                Optional<Head> head = one.repository().head(intent.key());
                head.ifPresent(seen -> other.repository().delete(Requests.OWNER, seen.id()));
                return true;
            });
        }
        assertTrue(atOnce(calls).stream().allMatch(Boolean::booleanValue));
        long kept = one.repository()
                .list(Requests.OWNER, new PageRequest(1, 50))
                .entries()
                .stream()
                .filter(entry -> entry.key().equals(Requests.key(session)))
                .count();
        assertTrue(kept <= 1, "conversations of the session: " + kept);
    }

    private static List<SaveRequest> shuffled(String session, int seed) {
        List<SaveRequest> intents = new ArrayList<>(
                IntStream.rangeClosed(1, INTENTS).mapToObj(order -> intent(session, order)).toList());
        intents.addAll(intents.subList(0, INTENTS / 2));
        Collections.shuffle(intents, new Random(seed));
        return intents;
    }

    private static SaveRequest intent(String session, int order) {
        return Requests.save(session, "content " + order % CONTENTS, order);
    }

    private static ConversationRepository instance(Order order) {
        return (order.value() % 2 == 0 ? one : other).repository();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
