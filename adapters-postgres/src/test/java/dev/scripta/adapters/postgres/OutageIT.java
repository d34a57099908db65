package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is not there, or goes and comes back. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** For what must succeed, however busy the machine is. */
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Two thirds of the pool's own patience: what takes so long does not keep to ours. */
    private static final Duration TOO_LONG = Duration.ofSeconds(20);

    /** Where nobody answers; a server that does may need longer than that for a session while the machine is busy. */
    private static final PostgresTimeouts SHORT =
            new PostgresTimeouts(PATIENCE, Duration.ofMillis(500), Duration.ofSeconds(2));
    private static final SaveRequest FIRST = Requests.save("first", "text", 1);
    private static final SaveRequest SECOND = Requests.save("second", "text", 2);

    @TempDir
    private Path directory;

    /** The pool looks for a database that is gone at growing intervals, of 5 s at most. */
    @Test
    void an_outage_fails_calls_within_their_time_and_ends_by_itself() throws IOException {
        int port = freePort();
        EmbeddedPostgres server = start(port);
        PostgresSettings settings = settings(port).withTimeouts(PostgresTimeouts.DEFAULT);
        try (PostgresDatabase database = new PostgresDatabase(settings, TestServer.RANDOM)) {
            database.migrate();
            assertEquals(SaveOutcome.CREATED, database.repository().save(FIRST).outcome());
            assertTrue(database.isReachable(LONG));
            stop(server);
            assertFalse(database.isReachable(PATIENCE));
            assertTrue(failsInTime(database, SECOND).retryable());
            server = start(port);
            assertEquals(SaveOutcome.CREATED, firstSuccess(database, SECOND).outcome());
            assertEquals(SaveOutcome.UNCHANGED, database.repository().save(FIRST).outcome());
            assertEquals(2, database.repository().list(Requests.OWNER, new PageRequest(1, 10)).total());
            assertTrue(database.isReachable(LONG));
        } finally {
            server.close();
        }
    }

    @Test
    void a_database_that_never_was_there_is_away() throws IOException {
        try (PostgresDatabase database = new PostgresDatabase(settings(freePort()), TestServer.RANDOM)) {
            assertTrue(failsInTime(database, FIRST).retryable());
            assertTrue(assertThrows(StorageFailedException.class, database::migrate).retryable());
            assertFalse(database.isReachable(Duration.ofMillis(100)));
        }
    }

    /** Without a breaker each of these calls would wait as long as the first one. */
    @Test
    void during_an_outage_few_calls_wait() throws Exception {
        int calls = 200;
        try (PostgresDatabase database = new PostgresDatabase(settings(freePort()), TestServer.RANDOM)) {
            failsInTime(database, FIRST);
            long start = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                assertThrows(StorageFailedException.class, () -> database.repository().head(FIRST.key()));
                assertThrows(StorageFailedException.class, () -> database.journal()
                        .claim(
                                Recordings.request("session", "audio", 1), Recordings.LEASE));
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            // A tenth of what it would be, for others use the machine, too.
            assertTrue(taken.compareTo(PATIENCE.multipliedBy(2 * calls / 10)) < 0, 2 * calls + " calls took " + taken);
        }
    }

    @Test
    void being_asked_whether_it_is_reachable_ends_an_outage_for_all() throws IOException {
        int port = freePort();
        try (PostgresDatabase database = new PostgresDatabase(settings(port), TestServer.RANDOM)) {
            failsInTime(database, FIRST);
            try (EmbeddedPostgres server = start(port)) {
                assertEquals(port, server.getPort());
                while (!database.isReachable(PATIENCE)) {
                    Thread.onSpinWait();
                }
                database.migrate();
                assertEquals(SaveOutcome.CREATED, database.repository().save(FIRST).outcome());
            }
        }
    }

    @Test
    void a_server_without_that_database_refuses() throws Exception {
        PostgresSettings known = TestServer.emptyDatabase();
        PostgresSettings unknown = new PostgresSettings(known.jdbcUrl() + "_unknown", "postgres", "", 1,
                PostgresTimeouts.DEFAULT);
        try (PostgresDatabase database = new PostgresDatabase(unknown, TestServer.RANDOM)) {
            assertFalse(failsInTime(database, FIRST).retryable());
            assertFalse(assertThrows(StorageFailedException.class, database::migrate).retryable());
        }
    }

    @Test
    void after_closing_nothing_is_reachable() throws Exception {
        PostgresDatabase database = new PostgresDatabase(TestServer.migratedDatabase(), TestServer.RANDOM);
        assertTrue(database.isReachable(LONG));
        database.close();
        assertFalse(database.isReachable(PATIENCE));
        assertThrows(StorageFailedException.class, () -> database.repository().save(FIRST));
    }

    private static PostgresSettings settings(int port) {
        return PostgresSettings.parse("postgres://postgres@127.0.0.1:" + port + "/postgres")
                .withPoolSize(3)
                .withTimeouts(SHORT);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setPGStartupWait(TestServer.STARTUP)
                .start();
    }

    /** It is told to stop and waited for, but not for long; only a server that is gone can be started again. */
    private void stop(EmbeddedPostgres server) throws IOException {
        server.close();
        while (Files.exists(data().resolve("postmaster.pid"))) {
            Thread.onSpinWait();
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private static StorageFailedException failsInTime(PostgresDatabase database, SaveRequest request) {
        long start = System.nanoTime();
        StorageFailedException failure = assertThrows(StorageFailedException.class,
                () -> database.repository().save(request));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.compareTo(TOO_LONG) < 0, "took " + taken);
        return failure;
    }

    /** Most attempts fail at once, the others wait for a connection; the time limit of the class ends it. */
    private static SaveResult firstSuccess(PostgresDatabase database, SaveRequest request) {
        while (true) {
            try {
                return database.repository().save(request);
            } catch (StorageFailedException notYet) {
                assertTrue(notYet.retryable());
                Thread.onSpinWait();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
