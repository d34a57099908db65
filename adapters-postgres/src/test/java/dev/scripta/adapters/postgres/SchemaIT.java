package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.SaveOutcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The tables: made once, whoever asks, and with the indexes that the statements need. */
final class SchemaIT {

    @Test
    void migrating_again_changes_nothing_and_needs_no_right_to_write() throws SQLException {
        PGSimpleDataSource database = TestServer.plain(TestServer.migratedDatabase());
        List<String> before = history(database);
        new PostgresSchema(database).migrate();
        database.setOptions("-c default_transaction_read_only=on");
        new PostgresSchema(database).migrate();
        assertEquals(before, history(database));
    }

    @Test
    void instances_that_start_at_the_same_moment_migrate_once() throws Exception {
        PostgresSettings settings = TestServer.emptyDatabase();
        int instances = 4;
        CyclicBarrier start = new CyclicBarrier(instances);
        Callable<Boolean> instance = () -> {
            PostgresSchema schema = new PostgresSchema(TestServer.plain(settings));
            start.await();
            schema.migrate();
            return true;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(instances)) {
            for (Future<Boolean> migrated : threads.invokeAll(Stream.generate(() -> instance)
                    .limit(instances)
                    .toList())) {
                assertTrue(migrated.get());
            }
        }
        List<String> versions = history(TestServer.plain(settings));
        assertEquals(versions.stream().distinct().toList(), versions);
    }

    @Test
    void a_database_with_tables_of_others_is_no_obstacle() throws SQLException {
        PostgresSettings settings = TestServer.emptyDatabase();
        TestServer.execute(TestServer.plain(settings), "CREATE TABLE of_others (id int)");
        try (PostgresDatabase database = new PostgresDatabase(settings, TestServer.RANDOM)) {
            database.migrate();
            assertEquals(SaveOutcome.CREATED, database.repository().save(Requests.save("s", "text", 1)).outcome());
        }
    }

    @Test
    void a_database_that_was_not_migrated_says_so() throws SQLException {
        try (PostgresDatabase database = new PostgresDatabase(TestServer.emptyDatabase(), TestServer.RANDOM)) {
            StorageFailedException failure = assertThrows(StorageFailedException.class,
                    () -> database.repository().save(Requests.save("s", "text", 1)));
            assertTrue(failure.retryable(), "it may be migrated when it is back");
            assertTrue(failure.getMessage().contains("migrate"), failure.getMessage());
            database.migrate();
            assertEquals(SaveOutcome.CREATED, database.repository().save(Requests.save("s", "text", 1)).outcome());
        }
    }

    @Test
    void the_list_reads_its_index_and_sorts_nothing_but_the_page() throws SQLException {
        DataSource database = TestServer.plain(TestServer.migratedDatabase());
        TestServer.execute(database, """
                INSERT INTO conversation SELECT 'owner ' || n % 20, 'session ' || n, n, 1, n, '\\x00', 'text', NULL, NULL,
                    '[]', '{}', timestamptz '2026-01-01' + n * interval '1 minute', now()
                FROM generate_series(1, 10000) n
                """);
        TestServer.execute(database, "ANALYZE conversation");
        String list = ConversationSql.LIST.replace(":owner", "'owner 1'")
                .replace(":size", "20")
                .replace(":offset", "40");
        String plan = String.join("\n", strings(database, "EXPLAIN " + list));
        assertTrue(plan.contains("Index Only Scan using conversation_list"), plan);
        assertTrue(plan.contains("Index Scan using conversation_id_key"), plan);
        assertEquals(0, plan.lastIndexOf("Sort  ("), plan);
    }

    /** Else a start would skip migrations it needs, or look for some that do not exist. */
    @Test
    void the_version_asked_for_is_the_newest_there_is() throws SQLException {
        assertEquals(PostgresSchema.VERSION, history(TestServer.plain(TestServer.migratedDatabase())).getLast());
    }

    private static List<String> history(DataSource database) throws SQLException {
        return strings(database,
                "SELECT version FROM scripta_schema_history WHERE type = 'SQL' AND success ORDER BY installed_rank");
    }

    private static List<String> strings(DataSource database, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
