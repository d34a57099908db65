package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.scripta.adapters.postgres.FaultyDataSource.Fault;
import dev.scripta.adapters.postgres.FaultyDataSource.When;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import dev.scripta.core.port.AccountRepository;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts where answers get lost, keys are taken and rivals are faster. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class AccountFaultsIT {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final PasswordHash HASH = new PasswordHash("$kind$one");
    private static final PasswordHash OTHER_HASH = new PasswordHash("$kind$two");

    /** Held, or its level would be forgotten: the client logs each connection that fails to close. */
    private static final Logger CLIENT_LOG = Logger.getLogger("io.helidon.dbclient");

    private static final HikariDataSource POOL = new HikariDataSource();

    private final List<Duration> pauses = new ArrayList<>();

    private FaultyDataSource faulty;
    private AccountRepository repository;

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
        TestServer.execute(POOL, "TRUNCATE account");
        faulty = new FaultyDataSource(POOL);
        repository = new PostgresAccountRepository(faulty.connections(), TestServer.RANDOM, pauses::add);
    }

    @ParameterizedTest
    @CsvSource({"08006", "40003", "57014", "57P01"})
    void an_account_whose_answer_was_lost_is_found_made(String state) {
        faulty.fail(new Fault("executeQuery", "INSERT", When.AFTER, 1, state));
        Account made = kept(repository.create(profile("anna@example.org"), HASH, NOON));
        assertEquals(0, faulty.left());
        assertEquals(Optional.of(made), repository.find(made.id()));
        assertEquals(made.id(), repository.find(new EmailAddress("anna@example.org")).orElseThrow().id());
    }

    @Test
    void an_address_of_another_is_taken_whatever_got_lost() {
        kept(repository.create(profile("anna@example.org"), HASH, NOON));
        faulty.fail(new Fault("executeQuery", "INSERT", When.AFTER, 2, "08006"));
        assertEquals(new AccountResult.AddressTaken(), repository.create(profile("anna@example.org"), HASH, NOON));
        assertEquals(0, faulty.left());
    }

    @Test
    void a_password_whose_answer_was_lost_counts_once() {
        Account account = kept(repository.create(profile("anna@example.org"), HASH, NOON));
        faulty.fail(new Fault("executeQuery", "UPDATE", When.AFTER, 2, "08006"));
        Account changed = kept(repository.change(account.id(), change("berta@example.org", OTHER_HASH),
                NOON.plusSeconds(1)));
        assertEquals(0, faulty.left());
        assertEquals(2, changed.passwordRevision());
        assertEquals(NOON.plusSeconds(1), changed.updatedAt());
        assertEquals(Optional.of(changed), repository.find(new EmailAddress("berta@example.org")));
    }

    @Test
    void another_form_whose_answer_was_lost_is_found_done() {
        Account account = kept(repository.create(profile("anna@example.org"), HASH, NOON));
        faulty.fail(new Fault("executeUpdate", "UPDATE", When.AFTER, 1, "08006"));
        assertTrue(repository.rehash(account.id(), HASH, OTHER_HASH));
        assertEquals(0, faulty.left());
        faulty.fail(new Fault("executeUpdate", "UPDATE", When.AFTER, 1, "08006"));
        assertFalse(repository.rehash(account.id(), HASH, new PasswordHash("$kind$three")), "another password");
        assertFalse(repository.rehash(account.id(), HASH, OTHER_HASH), "not again");
    }

    @Test
    void a_number_that_is_taken_is_met_by_another() {
        PrimitiveIterator.OfLong next = LongStream.of(7, 7, 8).iterator();
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
        AccountRepository scriptedOne = new PostgresAccountRepository(POOL, scripted, pauses::add);
        assertEquals(new AccountId(7), kept(scriptedOne.create(profile("anna@example.org"), HASH, NOON)).id());
        assertEquals(new AccountId(8), kept(scriptedOne.create(profile("berta@example.org"), HASH, NOON)).id());
        assertEquals(1, pauses.size());
    }

    /** The look before the change sees nothing of a rival who has not committed: the key decides, and no connection is lost. */
    @Test
    void an_address_that_a_rival_takes_meanwhile_is_taken() throws Exception {
        AccountId id = kept(repository.create(profile("anna@example.org"), HASH, NOON)).id();
        for (int round = 0; round < 5; round++) {
            String wanted = "wanted" + round + "@example.org";
            try (Connection rival = POOL.getConnection(); ExecutorService threads = Executors.newCachedThreadPool()) {
                rival.setAutoCommit(false);
                execute(rival, "INSERT INTO account (id, email, name, password_hash, password_revision, created_at, "
                        + "updated_at) VALUES (" + (round + 1) + ", '" + wanted + "', 'n', 'h', 1, now(), now())");
                Callable<AccountResult> change = () -> repository.change(id, change(wanted, OTHER_HASH), NOON);
                Future<AccountResult> waiting = threads.submit(change);
                awaitLockedOut(rival);
                rival.commit();
                assertEquals(new AccountResult.AddressTaken(), waiting.get());
            }
        }
        assertEquals(0, POOL.getHikariPoolMXBean().getActiveConnections());
        Account account = repository.find(id).orElseThrow();
        assertEquals(HASH, account.password());
        assertEquals(1, account.passwordRevision());
        assertEquals(List.of(), pauses, "no attempt was repeated");
    }

    /** Whatever the adapter calls: the failure is ours, and every connection comes back. */
    @ParameterizedTest
    @CsvSource({"prepareStatement,BEFORE", "prepareStatement,AFTER", "setString,BEFORE", "setObject,BEFORE",
            "executeQuery,BEFORE", "executeQuery,AFTER", "executeUpdate,BEFORE", "executeUpdate,AFTER", "next,BEFORE",
            "getObject,BEFORE", "close,AFTER"})
    void no_failure_keeps_a_connection(String method, When when) {
        Account account = kept(repository.create(profile("anna@example.org"), HASH, NOON));
        List<Runnable> calls = List.of(() -> repository.create(profile("berta@example.org"), HASH, NOON),
                () -> repository.create(profile("anna@example.org"), HASH, NOON),
                () -> repository.find(account.id()), () -> repository.find(account.profile().email()),
                () -> repository.change(account.id(), change("clara@example.org", HASH), NOON),
                () -> repository.rehash(account.id(), HASH, HASH));
        for (int i = 0; i < 30; i++) {
            faulty.fail(new Fault(method, "", when, Attempts.MOST, "08006"));
            failingOnlyAsAgreed(calls.get(i % calls.size()));
        }
        faulty.fail(new Fault("", "", When.BEFORE, 0, ""));
        assertEquals(0, POOL.getHikariPoolMXBean().getActiveConnections());
        assertEquals(account.id(), repository.find(account.id()).orElseThrow().id());
    }

    @Test
    void a_key_of_others_is_a_failure_for_good() throws SQLException {
        TestServer.execute(POOL, "ALTER TABLE account ADD CONSTRAINT of_others UNIQUE (name)");
        try {
            kept(repository.create(profile("anna@example.org"), HASH, NOON));
            StorageFailedException failure = assertThrows(StorageFailedException.class,
                    () -> repository.create(profile("berta@example.org"), HASH, NOON));
            assertFalse(failure.retryable());
            assertEquals(List.of(), pauses);
        } finally {
            TestServer.execute(POOL, "ALTER TABLE account DROP CONSTRAINT of_others");
        }
    }

    /** Somebody's name or address in an exception would end up in a log. */
    @Test
    void no_failure_repeats_who_somebody_is() throws SQLException {
        PostgresSettings settings = TestServer.migratedDatabase();
        TestServer.execute(TestServer.plain(settings), "ALTER TABLE account ADD CHECK (name <> 'Anna Schmidt')");
        try (PostgresDatabase database = new PostgresDatabase(settings, TestServer.RANDOM)) {
            StorageFailedException failure = assertThrows(StorageFailedException.class,
                    () -> database.accounts().create(profile("anna@example.org"), HASH, NOON));
            StringWriter printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed));
            assertFalse(printed.toString().contains("anna@"), printed.toString());
            assertFalse(printed.toString().contains("Schmidt"), printed.toString());
        }
    }

    private static Profile profile(String address) {
        return new Profile("Anna Schmidt", new EmailAddress(address), Optional.empty(), Optional.empty(),
                OptionalInt.empty());
    }

    private static AccountChange change(String address, PasswordHash password) {
        return new AccountChange(Optional.of("Berta"), Optional.of(new EmailAddress(address)), OptionalInt.of(42),
                Optional.of(password), Optional.of(Picture.of("data:,")));
    }

    private static Account kept(AccountResult result) {
        return assertInstanceOf(AccountResult.Kept.class, result).after();
    }

    private static void failingOnlyAsAgreed(Runnable call) {
        try {
            call.run();
        } catch (StorageFailedException agreed) {
            assertTrue(agreed.retryable());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Until a session of this database waits for another's transaction. */
    private static void awaitLockedOut(Connection watcher) throws SQLException {
        execute(watcher, "DO $$ BEGIN WHILE NOT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_stat_activity a "
                + "ON a.pid = l.pid WHERE a.datname = current_database() AND NOT l.granted) LOOP "
                + "PERFORM pg_stat_clear_snapshot(); END LOOP; END $$");
    }
}
