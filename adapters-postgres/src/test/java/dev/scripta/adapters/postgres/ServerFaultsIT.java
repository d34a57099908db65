package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** What the server itself does to a save: locks, limits, ended sessions, keys that are taken. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class ServerFaultsIT {

    private static final SaveRequest REQUEST = Requests.save("session", "spoken words", 1);

    private final HikariDataSource pool = new HikariDataSource();
    private final List<Duration> pauses = new ArrayList<>();

    private PostgresSettings settings;
    private PGSimpleDataSource outside = new PGSimpleDataSource();

    @BeforeEach
    void open() throws SQLException {
        settings = TestServer.migratedDatabase();
        outside = TestServer.plain(settings);
        outside.setOptions("-c default_transaction_read_only=off");
        pool.setDataSource(TestServer.plain(settings));
        pool.setMaximumPoolSize(1);
        // Short, for whoever holds a lock here does not let go before; all else has the time it needs.
        pool.setConnectionInitSql("SELECT set_config('lock_timeout', '50', false)");
    }

    @AfterEach
    void close() {
        if (pool.isRunning()) {
            assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
        }
        pool.close();
    }

    @Test
    void a_row_that_is_locked_too_long_makes_the_database_busy() throws SQLException {
        repository(pauses::add).save(REQUEST);
        try (Connection rival = lockedBy(outside, "conversation")) {
            StorageFailedException failure = fails(Requests.save("session", "other words", 2));
            assertTrue(failure.retryable());
            assertEquals(Attempts.MOST - 1, pauses.size());
            assertFalse(rival.isClosed());
        }
    }

    @Test
    void a_row_that_is_let_go_in_time_is_saved() throws SQLException {
        repository(pauses::add).save(REQUEST);
        Connection rival = lockedBy(outside, "conversation");
        SaveResult result = repository(time -> letGo(rival)).save(Requests.save("session", "other words", 2));
        assertEquals(SaveOutcome.UPDATED, result.outcome());
    }

    @Test
    void a_statement_that_is_cancelled_for_taking_too_long_is_repeated() throws SQLException {
        onInsert("conversation", "PERFORM pg_sleep(60)");
        timeForStatements("1s");
        SaveResult result = repository(time -> {
            nothingOnInsert("conversation");
            timeForStatements("0");
        }).save(REQUEST);
        assertEquals(SaveOutcome.CREATED, result.outcome());
    }

    @Test
    void a_session_that_is_ended_in_the_middle_of_a_save_is_replaced() throws SQLException {
        onInsert("conversation", "PERFORM pg_terminate_backend(pg_backend_pid())");
        SaveResult result = repository(time -> nothingOnInsert("conversation")).save(REQUEST);
        assertEquals(SaveOutcome.CREATED, result.outcome());
    }

    @Test
    void sessions_that_were_ended_while_idle_are_replaced() throws SQLException {
        PostgresConversationRepository repository = repository(pauses::add);
        repository.save(REQUEST);
        TestServer.execute(outside, """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """);
        assertEquals(SaveOutcome.UNCHANGED, repository.save(REQUEST).outcome());
    }

    @Test
    void a_server_that_only_reads_is_away_for_saves_alone() throws SQLException {
        Head head = repository(pauses::add).save(REQUEST).head().orElseThrow();
        readOnly("on");
        try (PostgresDatabase readOnly = new PostgresDatabase(settings, TestServer.RANDOM)) {
            assertTrue(assertThrows(StorageFailedException.class,
                    () -> readOnly.repository().save(Requests.save("session", "other words", 2))).retryable());
            assertEquals(head, readOnly.repository().head(REQUEST.key()).orElseThrow());
            assertEquals(SaveOutcome.UNCHANGED, readOnly.repository().save(REQUEST).outcome());
        }
    }

    @Test
    void an_id_that_is_taken_is_replaced_by_another() {
        assertEquals(7, saveWithIds("first", 7).head().orElseThrow().id().value());
        SaveResult second = saveWithIds("second", 7, 7, 8);
        assertEquals(SaveOutcome.CREATED, second.outcome());
        assertEquals(8, second.head().orElseThrow().id().value());
        assertEquals(2, pauses.size());
    }

    @Test
    void ids_that_are_always_taken_are_given_up() {
        saveWithIds("first", 7);
        StorageFailedException failure = assertThrows(StorageFailedException.class,
                () -> saveWithIds("second", 7, 7, 7, 7));
        assertTrue(failure.retryable());
        assertEquals(Attempts.MOST - 1, pauses.size());
    }

    @Test
    void a_key_that_is_not_ours_is_no_reason_to_try_again() throws SQLException {
        TestServer.execute(outside, "CREATE UNIQUE INDEX of_others ON conversation (transcript)");
        repository(pauses::add).save(REQUEST);
        StorageFailedException failure = fails(Requests.save("other session", "spoken words", 1));
        assertFalse(failure.retryable());
        assertEquals(List.of(), pauses);
    }

    /** PostgreSQL itself does not, but its distributed kin may report a rival under the key that ON CONFLICT names. */
    @Test
    void a_rival_that_is_reported_as_a_taken_key_is_met_by_another_attempt() throws SQLException {
        onInsert("conversation", takenKey("conversation_pkey"));
        SaveResult result = repository(time -> nothingOnInsert("conversation")).save(REQUEST);
        assertEquals(SaveOutcome.CREATED, result.outcome());

        onInsert("recording_journal", takenKey("recording_journal_pkey"));
        RecordingJournal journal = new PostgresRecordingJournal(pool, TestServer.RANDOM,
                time -> nothingOnInsert("recording_journal"));
        assertEquals(1, Recordings.granted(journal, Recordings.request("session", "audio", 1)).fence());
    }

    @Test
    void a_key_of_others_on_the_journal_is_no_reason_to_try_again() throws SQLException {
        onInsert("recording_journal", takenKey("of_others"));
        RecordingJournal journal = new PostgresRecordingJournal(pool, TestServer.RANDOM, pauses::add);
        StorageFailedException failure = assertThrows(StorageFailedException.class,
                () -> journal.claim(Recordings.request("session", "audio", 1), Recordings.LEASE));
        assertFalse(failure.retryable());
        assertEquals(List.of(), pauses);
    }

    /** A row lock held elsewhere for long: the call ends within the lock timeout of each attempt (X16). */
    @Test
    void a_recording_that_is_locked_too_long_makes_the_database_busy() throws SQLException {
        RecordingJournal journal = new PostgresRecordingJournal(pool, TestServer.RANDOM, pauses::add);
        Claim claim = Recordings.granted(journal, Recordings.request("session", "audio", 1));
        try (Connection rival = lockedBy(outside, "recording_journal")) {
            assertTrue(assertThrows(StorageFailedException.class, () -> journal.renew(claim, Recordings.LEASE))
                    .retryable());
            assertEquals(Attempts.MOST - 1, pauses.size());
            assertInstanceOf(JournalAnswer.InWork.class,
                    journal.claim(Recordings.request("session", "audio", 1), Recordings.LEASE),
                    "who only looks waits for nobody");
            rival.rollback();
        }
        assertTrue(journal.renew(claim, Recordings.LEASE));
    }

    /** Sessions keep what they began with, like connections to a primary that was demoted (F14). */
    @Test
    void after_a_failover_no_connection_to_the_old_primary_is_used_twice() throws SQLException {
        readOnly("on");
        try (PostgresDatabase database = new PostgresDatabase(settings.withPoolSize(1), TestServer.RANDOM)) {
            ClaimRequest request = Recordings.request("session", "audio", 1);
            assertTrue(assertThrows(StorageFailedException.class,
                    () -> database.journal().claim(request, Recordings.LEASE)).retryable());
            readOnly("off");
            // The pool may have replaced the connection before that; the replacement is used once, too.
            try {
                database.journal().claim(request, Recordings.LEASE);
            } catch (StorageFailedException lastOne) {
                assertTrue(lastOne.retryable());
            }
            assertEquals(SaveOutcome.CREATED, database.repository().save(REQUEST).outcome());
        }
    }

    private void readOnly(String value) throws SQLException {
        TestServer.execute(outside, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = "
                + value
                + "', current_database()); END $$");
    }

    @Test
    void a_pool_without_a_free_connection_is_away_after_its_time() throws SQLException {
        pool.setConnectionTimeout(1_500);
        PostgresConversationRepository repository = repository(pauses::add);
        repository.save(REQUEST);
        try (Connection held = pool.getConnection()) {
            long start = System.nanoTime();
            StorageFailedException failure = assertThrows(StorageFailedException.class, () -> repository.save(REQUEST));
            assertTrue(failure.retryable());
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(taken.compareTo(Duration.ofSeconds(15)) < 0, "half of the pool's own default: " + taken);
            assertFalse(held.isClosed());
        }
        assertEquals(SaveOutcome.UNCHANGED, repository.save(REQUEST).outcome());
    }

    @Test
    void no_failure_repeats_what_was_said() throws SQLException {
        TestServer.execute(outside, "ALTER TABLE conversation ADD CHECK (transcript <> 'spoken words')");
        try (PostgresDatabase database = new PostgresDatabase(settings, TestServer.RANDOM)) {
            StorageFailedException failure = assertThrows(StorageFailedException.class,
                    () -> database.repository().save(REQUEST));
            StringWriter printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed));
            assertFalse(printed.toString().contains("spoken"), printed.toString());
            assertFalse(failure.getMessage().contains("INSERT"), failure.getMessage());
        }
    }

    private PostgresConversationRepository repository(Pause pause) {
        return new PostgresConversationRepository(pool, TestServer.RANDOM, pause);
    }

    private StorageFailedException fails(SaveRequest request) {
        return assertThrows(StorageFailedException.class, () -> repository(pauses::add).save(request));
    }

    private SaveResult saveWithIds(String session, long... ids) {
        PrimitiveIterator.OfLong next = LongStream.of(ids).iterator();
        RandomGenerator scripted = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long origin, long bound) {
                return next.nextLong();
            }
        };
        return new PostgresConversationRepository(pool, scripted, pauses::add)
                .save(Requests.save(session, "words of " + session, 1));
    }

    private static Connection lockedBy(DataSource source, String table) throws SQLException {
        Connection rival = source.getConnection();
        rival.setAutoCommit(false);
        try (Statement statement = rival.createStatement()) {
            statement.execute("SELECT 1 FROM " + table + " FOR UPDATE");
        }
        return rival;
    }

    /** To close alone would end the lock, too, but not at once. */
    private static void letGo(Connection rival) {
        try (rival) {
            rival.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String takenKey(String constraint) {
        return "RAISE EXCEPTION USING ERRCODE = '23505', MESSAGE = 'taken', CONSTRAINT = '" + constraint + "'";
    }

    private void onInsert(String table, String action) throws SQLException {
        TestServer.execute(outside, "CREATE OR REPLACE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + action
                + "; RETURN NEW; END $$");
        TestServer.execute(outside,
                "CREATE TRIGGER act BEFORE INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION act()");
    }

    /** On the pool's only connection. */
    private void timeForStatements(String time) {
        try {
            TestServer.execute(pool, "SET statement_timeout = '" + time + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void nothingOnInsert(String table) {
        try {
            TestServer.execute(outside, "DROP TRIGGER IF EXISTS act ON " + table);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
