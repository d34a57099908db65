package dev.scripta.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.scripta.adapters.postgres.adoption.Adoption;
import dev.scripta.adapters.postgres.adoption.AdoptionReport;
import io.helidon.dbclient.DbClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database and the pool of connections to it. Opening does not connect: a database that is away then fails the calls that
 * need it, not the start. Once one call has waited in vain for a connection, others fail at once, and about each second one
 * is let through to see whether the database is back. Thread-safe.
 */
public final class PostgresDatabase implements AutoCloseable {

    /** A connection that is out longer than any statement may take was lost by a programming error: the log says where. */
    private static final Duration LEAK_SUSPECTED_AFTER = Duration.ofSeconds(10);

    /** The pool refuses less. */
    private static final long SHORTEST_VALIDATION_MILLIS = 250;

    private final PostgresSettings settings;
    private final HikariDataSource pool;
    private final BreakingConnections connections;
    private final PostgresConversationRepository repository;
    private final PostgresRecordingJournal journal;
    private final PostgresAccountRepository accounts;

    /**
     * Opens the database.
     *
     * @param settings where it is
     * @param random makes ids, tells claims apart and makes the jitter of retries; thread-safe
     */
    public PostgresDatabase(PostgresSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.pool = new HikariDataSource(pool(settings));
        this.connections = new BreakingConnections(new PooledConnections(pool), BreakingConnections.DELAY);
        DbClient client = PooledConnections.client(connections);
        this.repository = new PostgresConversationRepository(client, random, Thread::sleep);
        this.journal = new PostgresRecordingJournal(client, random, Thread::sleep);
        this.accounts = new PostgresAccountRepository(client, random, Thread::sleep);
    }

    private static PGSimpleDataSource driver(PostgresSettings settings) {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        // What is set before the URL wins over it. Details of server errors hold rows, and those must not reach a log.
        driver.setLogServerErrorDetail(false);
        driver.setUser(settings.user());
        driver.setPassword(settings.password());
        driver.setApplicationName("scripta");
        driver.setConnectTimeout(seconds(settings.timeouts().connection()));
        driver.setTcpKeepAlive(true);
        driver.setUrl(settings.jdbcUrl());
        return driver;
    }

    /** No statement keeps a thread for ever. */
    private static PGSimpleDataSource guarded(PostgresSettings settings) {
        PGSimpleDataSource driver = driver(settings);
        driver.setSocketTimeout(seconds(settings.timeouts().socket()));
        return driver;
    }

    private static HikariConfig pool(PostgresSettings settings) {
        PGSimpleDataSource driver = guarded(settings);
        long connectionMillis = settings.timeouts().connection().toMillis();
        HikariConfig config = new HikariConfig();
        config.setDataSource(driver);
        config.setPoolName("scripta");
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(connectionMillis);
        config.setValidationTimeout(Math.max(SHORTEST_VALIDATION_MILLIS, connectionMillis / 2));
        config.setInitializationFailTimeout(-1);
        config.setLeakDetectionThreshold(settings.timeouts().socket().plus(LEAK_SUSPECTED_AFTER).toMillis());
        config.setExceptionOverride(new StandbyEviction());
        config.setConnectionInitSql(sessionSettings(settings.timeouts()));
        return config;
    }

    /** One statement, once for each connection. What we rely on is set, whatever the server's or the role's default. */
    private static String sessionSettings(PostgresTimeouts timeouts) {
        return "SELECT set_config('lock_timeout', '" + timeouts.lock().toMillis() + "', false), "
                + "set_config('statement_timeout', '" + timeouts.statement().toMillis() + "', false), "
                + "set_config('default_transaction_isolation', 'read committed', false)";
    }

    private static int seconds(Duration time) {
        return (int) Math.max(1, time.toSeconds());
    }

    /** The conversations. */
    public PostgresConversationRepository repository() {
        return repository;
    }

    /** The recordings in work. */
    public PostgresRecordingJournal journal() {
        return journal;
    }

    /** The accounts. */
    public PostgresAccountRepository accounts() {
        return accounts;
    }

    /**
     * Brings the schema up to date, on connections of its own: a migration may take longer than a statement is allowed.
     *
     * @throws dev.scripta.core.error.StorageFailedException when the database is away or refuses
     */
    public void migrate() {
        new PostgresSchema(driver(settings)).migrate();
    }

    /**
     * Makes conversations findable that are not yet: those saved by versions that knew no search, and those given to another
     * owner by hand. Goes through all; saves and searches go on meanwhile, and several instances may do so at once. Stops
     * when the thread is interrupted.
     *
     * @return how many it were
     * @throws dev.scripta.core.error.StorageFailedException when the database is away or refuses; what is done stays
     */
    public int completeSearch() {
        try {
            return searchCompletion().run();
        } catch (SQLException e) {
            throw Attempts.failure(e);
        }
    }

    private SearchCompletion searchCompletion() {
        return new SearchCompletion(guarded(settings), sessionSettings(settings.timeouts()));
    }

    /**
     * Takes over what the system before Scripta has in the same database, after bringing the schema up to date; its tables
     * stay as they are. Each run takes what no run before it took.
     *
     * @param clock tells when something was taken over
     * @throws dev.scripta.core.error.StorageFailedException when the database is away, refuses or has nothing to adopt;
     *             what was taken over until then stays, and the next run goes on
     */
    public AdoptionReport adopt(Clock clock) {
        migrate();
        try {
            AdoptionReport report = new Adoption(driver(settings), clock).run();
            searchCompletion().run();
            return report;
        } catch (SQLException e) {
            throw Attempts.failure(e);
        }
    }

    /** Whether the database answers within this time; it is really asked, and an answer ends the failing of calls. */
    public boolean isReachable(Duration timeout) {
        FutureTask<Boolean> question = new FutureTask<>(this::answers);
        Thread.ofVirtual().name("scripta-database-check").start(question);
        try {
            return question.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            question.cancel(true);
        }
    }

    private boolean answers() throws SQLException {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            boolean answered = statement.execute("SELECT 1");
            connections.reached();
            return answered;
        }
    }

    /** Closes all connections; calls still running fail. */
    @Override
    public void close() {
        pool.close();
    }
}
