package dev.scripta.adapters.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of this JVM; it ends with the JVM. Each caller gets a database of its own. */
final class TestServer {

    /** Thread-safe, as the adapter demands, and the same in each run. */
    static final RandomGenerator RANDOM = new java.util.Random(1);

    /** Ten times what the library grants, for machines that are busy with other things. */
    static final Duration STARTUP = Duration.ofSeconds(100);

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            // The last four keep the server from writing log or counting rows on its own account.
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(STARTUP)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("checkpoint_timeout", "1d")
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the checkpoint that the log of others may have begun. The next one is half a gigabyte of log away: until then the
     * server writes no log of its own, and none again for a page that was changed since.
     */
    static void checkpoint() throws SQLException {
        execute(SERVER.getPostgresDatabase(), "CHECKPOINT");
    }

    /** An empty database; {@code settings} such as {@code SET timezone = 'UTC'} become its defaults. */
    static PostgresSettings emptyDatabase(String... settings) throws SQLException {
        String name = "test_" + DATABASES.incrementAndGet();
        execute(SERVER.getPostgresDatabase(), "CREATE DATABASE " + name);
        for (String setting : settings) {
            execute(SERVER.getPostgresDatabase(), "ALTER DATABASE " + name + " " + setting);
        }
        return PostgresSettings.parse("postgres://postgres@127.0.0.1:" + SERVER.getPort() + "/" + name);
    }

    /** A database with our schema. */
    static PostgresSettings migratedDatabase(String... settings) throws SQLException {
        PostgresSettings database = emptyDatabase(settings);
        new PostgresSchema(plain(database)).migrate();
        return database;
    }

    /** Connections without a pool and without any of our settings. */
    static PGSimpleDataSource plain(PostgresSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.jdbcUrl());
        source.setUser(settings.user());
        return source;
    }

    static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
