package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.JournalAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Many at once over two instances with a pool each, let go by a barrier (block X). The property {@code scripta.races} says how
 * often each race is run; the contract kit runs the same races of claims.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class RivalsIT {

    @RegisterExtension
    static final TwoInstances INSTANCES = TwoInstances.of(UnaryOperator.identity());

    private static final int RACES = Integer.getInteger("scripta.races", 20);
    private static final int THREADS = 32;
    private static final int SAVES = 500;
    private static final int WAITERS = 100;

    @Test
    void x01_of_identical_saves_one_creates() throws Exception {
        for (int race = 0; race < RACES; race++) {
            SaveRequest save = Requests.save("x01 " + race, "said", 1);
            List<SaveResult> results = atOnce(THREADS, i -> () -> instance(i).save(save));
            assertEquals(1, count(results, SaveOutcome.CREATED));
            assertEquals(THREADS - 1, count(results, SaveOutcome.UNCHANGED));
            assertEquals(1, instance(race).head(save.key()).orElseThrow().revision());
        }
    }

    @Test
    void x02_distinct_saves_end_with_the_newest_and_count_each_change() throws Exception {
        for (int race = 0; race < RACES; race++) {
            String session = "x02 " + race;
            // Neither in order nor in reverse: 7 and 32 have no common divisor.
            List<SaveResult> results = atOnce(THREADS, i -> () -> instance(i)
                    .save(Requests.save(session, "said " + i * 7 % THREADS, i * 7 % THREADS)));
            Conversation last = instance(race).find(Requests.key(session)).orElseThrow();
            assertEquals(Requests.save(session, "said " + (THREADS - 1), 1).content(), last.content());
            assertEquals(LongStream.rangeClosed(1, last.head().revision()).boxed().toList(), revisions(results));
            assertEquals(last.head().revision(), count(results, SaveOutcome.UPDATED) + 1);
        }
    }

    @Test
    void x09_of_those_who_insist_on_one_revision_one_wins() throws Exception {
        for (int race = 0; race < RACES; race++) {
            String session = "x09 " + race;
            instance(race).save(Requests.save(session, "first", 1));
            List<SaveResult> results = atOnce(THREADS,
                    i -> () -> instance(i).save(Requests.save(session, "said " + i, i).expecting(1)));
            assertEquals(1, count(results, SaveOutcome.UPDATED));
            assertEquals(THREADS - 1, count(results, SaveOutcome.CONFLICT));
            int winner = IntStream.range(0, THREADS)
                    .filter(i -> results.get(i).outcome() == SaveOutcome.UPDATED)
                    .findFirst()
                    .orElseThrow();
            assertEquals(Requests.save(session, "said " + winner, 1).content(),
                    instance(race).find(Requests.key(session)).orElseThrow().content());
        }
    }

    @Test
    void x10_two_owners_who_race_for_one_session_id_get_a_conversation_each() throws Exception {
        List<OwnerId> owners = List.of(new OwnerId("one"), new OwnerId("other"));
        for (int race = 0; race < RACES; race++) {
            String session = "x10 " + race;
            List<SaveResult> results = atOnce(THREADS, i -> () -> instance(i / 2).save(ownedSave(owners.get(i % 2),
                    session)));
            assertEquals(2, count(results, SaveOutcome.CREATED));
            assertEquals(THREADS - 2, count(results, SaveOutcome.UNCHANGED));
            for (OwnerId owner : owners) {
                SaveRequest own = ownedSave(owner, session);
                Conversation found = instance(race).find(own.key()).orElseThrow();
                assertEquals(own.content(), found.content());
                assertEquals(Optional.empty(), instance(race).find(owners.get(1 - owners.indexOf(owner)), found.head()
                        .id()));
            }
        }
    }

    @Test
    void one_takes_over_of_all_who_find_a_lease_ended() throws Exception {
        for (int race = 0; race < RACES; race++) {
            ClaimRequest request = Recordings.request("take over " + race, "audio", 1);
            Recordings.granted(INSTANCES.firstJournal(), request);
            TestServer.execute(INSTANCES.outside(),
                    "UPDATE recording_journal SET expires_at = expires_at - interval '1 hour'");
            List<JournalAnswer> answers = atOnce(THREADS,
                    i -> () -> (i % 2 == 0 ? INSTANCES.firstJournal() : INSTANCES.secondJournal()).claim(request,
                            Recordings.LEASE));
            List<JournalAnswer> granted = answers.stream().filter(JournalAnswer.Granted.class::isInstance).toList();
            assertEquals(List.of(new JournalAnswer.Granted(
                    new Claim(request.recording(), new Order(1), 2, Optional.empty()))), granted);
            assertEquals(THREADS - 1, answers.stream().filter(JournalAnswer.InWork.class::isInstance).count());
        }
    }

    /** Whoever waits for another's work holds no connection (X13). */
    @Test
    void x13_a_hundred_who_wait_for_one_recording_leave_a_pool_of_two_to_others() throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(TestServer.plain(TestServer.migratedDatabase()));
            pool.setMaximumPoolSize(2);
            PostgresRecordingJournal journal = new PostgresRecordingJournal(pool, TestServer.RANDOM);
            ConversationRepository conversations = new PostgresConversationRepository(pool, TestServer.RANDOM);
            ClaimRequest request = Recordings.request("x13", "audio", 1);
            Content content = Requests.save("x13", "said", 1).content();
            Claim claim = Recordings.granted(journal, request);
            CountDownLatch waiting = new CountDownLatch(WAITERS);
            CountDownLatch done = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<JournalAnswer>> answers = IntStream.range(0, WAITERS).mapToObj(i -> threads.submit(() -> {
                    assertInstanceOf(JournalAnswer.InWork.class, journal.claim(request, Recordings.LEASE));
                    waiting.countDown();
                    done.await();
                    return journal.claim(request, Recordings.LEASE);
                })).toList();
                waiting.await();
                assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
                assertEquals(SaveOutcome.CREATED, conversations.save(Requests.save("other", "said", 1)).outcome());
                assertTrue(journal.complete(claim, content));
                done.countDown();
                for (Future<JournalAnswer> answer : answers) {
                    assertEquals(new JournalAnswer.Done(new Order(1), content), answer.get());
                }
            }
        }
    }

    @Test
    void five_hundred_saves_of_one_session_at_once_are_all_answered_by_a_pool_of_four(TestInfo test) throws Exception {
        try (PostgresDatabase database = new PostgresDatabase(TestServer.migratedDatabase().withPoolSize(4),
                TestServer.RANDOM)) {
            long start = System.nanoTime();
            List<SaveResult> results = atOnce(SAVES, i -> () -> database.repository()
                    .save(Requests.save("session", "said " + i * 7 % SAVES, i * 7 % SAVES)));
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            System.out.println(test.getDisplayName() + ": " + taken.toMillis() + " ms");
            Conversation last = database.repository().find(Requests.key("session")).orElseThrow();
            assertEquals(new Order(SAVES - 1), last.head().order());
            assertEquals(LongStream.rangeClosed(1, last.head().revision()).boxed().toList(), revisions(results));
            assertEquals(SAVES, results.size());
        }
    }

    private static ConversationRepository instance(int number) {
        return number % 2 == 0 ? INSTANCES.first() : INSTANCES.second();
    }

    private static SaveRequest ownedSave(OwnerId owner, String session) {
        SaveRequest save = Requests.save(session, "said by " + owner.value(), 1);
        return SaveRequest.of(new ConversationKey(owner, save.key().session()), save.content(), save.order(), save
                .at());
    }

    private static long count(List<SaveResult> results, SaveOutcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private static List<Long> revisions(List<SaveResult> results) {
        return results.stream()
                .filter(result -> result.outcome() == SaveOutcome.CREATED || result.outcome() == SaveOutcome.UPDATED)
                .map(result -> result.head().orElseThrow().revision())
                .sorted()
                .toList();
    }

    private static <T> List<T> atOnce(int count, IntFunction<Callable<T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                Callable<T> call = calls.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
