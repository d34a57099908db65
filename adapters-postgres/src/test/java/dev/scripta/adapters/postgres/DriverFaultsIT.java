package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.scripta.adapters.postgres.FaultyDataSource.Fault;
import dev.scripta.adapters.postgres.FaultyDataSource.When;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures planted between the adapter and a real database, at every call it makes. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class DriverFaultsIT {

    private static final int ALWAYS = Integer.MAX_VALUE;

    /** Held, or its level would be forgotten: the client logs each connection that fails to close. */
    private static final Logger CLIENT_LOG = Logger.getLogger("io.helidon.dbclient");

    private static final HikariDataSource POOL = new HikariDataSource();

    private final List<Duration> pauses = new ArrayList<>();

    private FaultyDataSource faulty;
    private ConversationRepository repository;

    @BeforeAll
    static void open() throws SQLException {
        CLIENT_LOG.setLevel(Level.OFF);
        POOL.setDataSource(TestServer.plain(TestServer.migratedDatabase()));
        POOL.setMaximumPoolSize(2);
        POOL.setConnectionTimeout(10_000);
    }

    @AfterAll
    static void close() {
        POOL.close();
        CLIENT_LOG.setLevel(null);
    }

    @BeforeEach
    void start_empty() throws SQLException {
        TestServer.execute(POOL, "TRUNCATE conversation_words, conversation, recording_journal");
        faulty = new FaultyDataSource(POOL);
        repository = new PostgresConversationRepository(faulty.connections(), TestServer.RANDOM, pauses::add);
    }

    @ParameterizedTest
    @CsvSource({"08006", "40003", "57014", "57P01", "40001", "40P01", "55P03"})
    void a_save_that_failed_before_it_was_done_is_repeated(String state) {
        faulty.fail(new Fault("executeQuery", "INSERT", When.BEFORE, 1, state));
        assertEquals(SaveOutcome.CREATED, repository.save(Requests.save("s", "text", 1)).outcome());
        assertEquals(1, pauses.size());
        assertEquals(0, faulty.left());
    }

    @ParameterizedTest
    @CsvSource({"08006", "40003", "57014", "57P01"})
    void a_save_whose_answer_was_lost_is_found_done(String state) {
        faulty.fail(new Fault("executeQuery", "INSERT", When.AFTER, 1, state));
        SaveResult result = repository.save(Requests.save("s", "text", 1));
        assertEquals(SaveOutcome.UNCHANGED, result.outcome());
        assertEquals(1, result.head().orElseThrow().revision());
        assertEquals(1, repository.list(Requests.OWNER, new PageRequest(1, 10)).total());
    }

    @Test
    void an_expected_save_whose_answer_was_lost_is_found_done() {
        repository.save(Requests.save("s", "first", 1));
        faulty.fail(new Fault("executeQuery", "UPDATE", When.AFTER, 1, "08006"));
        SaveResult result = repository.save(Requests.save("s", "second", 2).expecting(1));
        assertEquals(SaveOutcome.UNCHANGED, result.outcome());
        assertEquals(2, result.head().orElseThrow().revision());
    }

    @ParameterizedTest
    @CsvSource({"08006,2", "40001,2", "55P03,2", "57P01,2", "57P03,0", "53300,0", "53100,0", "25006,0", "42P01,0",
            "42501,0", "58030,0", "XX000,0", "XX002,0"})
    void what_does_not_pass_soon_is_a_failure_worth_retrying_later(String state, int pausesExpected) {
        faulty.fail(new Fault("executeQuery", "INSERT", When.BEFORE, ALWAYS, state));
        StorageFailedException failure = assertThrows(StorageFailedException.class,
                () -> repository.save(Requests.save("s", "text", 1)));
        assertTrue(failure.retryable());
        assertEquals(pausesExpected, pauses.size(), "pauses");
    }

    @ParameterizedTest
    @CsvSource({"22021", "22P02", "23502", "23514", "23505", "42601", "54000", "28P01", "28000", "0A000"})
    void what_never_passes_is_a_failure_for_good_at_once(String state) {
        faulty.fail(new Fault("executeQuery", "INSERT", When.BEFORE, ALWAYS, state));
        StorageFailedException failure = assertThrows(StorageFailedException.class,
                () -> repository.save(Requests.save("s", "text", 1)));
        assertFalse(failure.retryable());
        assertEquals(List.of(), pauses);
    }

    /** Whatever the adapter calls: the failure is ours, every connection comes back, and the store works on. */
    @ParameterizedTest
    @MethodSource("boundaries")
    void no_failure_keeps_a_connection(String method, When when) {
        Head head = repository.save(Requests.save("kept", "text", 1)).head().orElseThrow();
        RecordingJournal journal = new PostgresRecordingJournal(faulty.connections(), TestServer.RANDOM, pauses::add);
        ClaimRequest request = Recordings.request("s", "audio", 1);
        Claim claim = Recordings.granted(journal, request);
        List<Runnable> calls = List.of(
                () -> repository.save(Requests.save("s", "text", 1)),
                () -> repository.head(Requests.key("s")),
                () -> repository.find(Requests.key("s")),
                () -> repository.find(Requests.OWNER, head.id()),
                () -> repository.list(Requests.OWNER, new PageRequest(1, 10)),
                () -> repository.delete(Requests.OWNER, new ConversationId(1)),
                () -> journal.claim(request, Recordings.LEASE),
                () -> journal.renew(claim, Recordings.LEASE),
                () -> journal.complete(claim, Requests.save("s", "text", 1).content()),
                () -> journal.purge(Recordings.LEASE));
        for (int i = 0; i < 100; i++) {
            faulty.fail(new Fault(method, "", when, Attempts.MOST, "08006"));
            failingOnlyAsAgreed(calls.get(i % calls.size()));
        }
        faulty.fail(new Fault("", "", When.BEFORE, 0, ""));
        assertEquals(0, POOL.getHikariPoolMXBean().getActiveConnections());
        assertEquals(head, repository.head(Requests.key("kept")).orElseThrow());
        assertTrue(repository.list(Requests.OWNER, new PageRequest(1, 10)).total() <= 2);
    }

    static Stream<Arguments> boundaries() {
        return Stream
                .of("getConnection", "setAutoCommit", "prepareStatement", "setString", "setLong", "setBytes",
                        "setObject",
                        "executeQuery", "executeUpdate", "next", "getMetaData", "getObject", "close")
                .flatMap(method -> Stream.of(When.values()).map(when -> Arguments.of(method, when)))
                // A connection that was handed out and then lost on the way is the pool's to find, not the adapter's.
                .filter(arguments -> !List.of("getConnection", When.AFTER).equals(List.of(arguments.get())))
                .filter(arguments -> !List.of("close", When.BEFORE).equals(List.of(arguments.get())));
    }

    private static void failingOnlyAsAgreed(Runnable call) {
        try {
            call.run();
        } catch (StorageFailedException agreed) {
            assertTrue(agreed.retryable());
        }
    }
}
