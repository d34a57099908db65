package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.port.ConversationRepository;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a save costs, counted by the server itself. */
final class SaveWritesNothingIT {

    /** Far above the size from which PostgreSQL keeps a value apart from its row. */
    private static final String LONG_TEXT = "What was said, and said again. ".repeat(4_000);

    private final HikariDataSource pool = new HikariDataSource();

    private ConversationRepository repository;

    /** One connection: each backend counts for itself until it is told to publish. */
    @BeforeEach
    void open() throws SQLException {
        TestServer.checkpoint();
        pool.setDataSource(TestServer.plain(TestServer.migratedDatabase()));
        pool.setMaximumPoolSize(1);
        repository = new PostgresConversationRepository(pool, TestServer.RANDOM);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_thousand_saves_that_change_nothing_write_neither_rows_nor_log() throws SQLException {
        SaveRequest request = Requests.save("session", LONG_TEXT, 1);
        repository.save(request);
        repository.save(request);
        Counts before = Counts.read(pool, "conversation");
        for (int i = 0; i < 1_000; i++) {
            assertEquals(SaveOutcome.UNCHANGED, repository.save(request).outcome());
        }
        assertEquals(before, Counts.read(pool, "conversation"));
    }

    @Test
    void superseded_saves_write_neither_rows_nor_log() throws SQLException {
        repository.save(Requests.save("session", LONG_TEXT, 2));
        repository.save(Requests.save("session", "older", 1));
        Counts before = Counts.read(pool, "conversation");
        for (int i = 0; i < 100; i++) {
            assertEquals(SaveOutcome.SUPERSEDED, repository.save(Requests.save("session", "older", 1)).outcome());
        }
        assertEquals(before, Counts.read(pool, "conversation"));
    }

    @Test
    void an_upload_and_its_backup_save_are_one_insert_and_no_update() throws SQLException {
        Counts before = Counts.read(pool, "conversation");
        assertEquals(SaveOutcome.CREATED, repository.save(Requests.save("session", LONG_TEXT, 1)).outcome());
        assertEquals(SaveOutcome.UNCHANGED, repository.save(Requests.save("session", LONG_TEXT, 1)).outcome());
        Counts after = Counts.read(pool, "conversation");
        assertEquals(before.inserted() + 1, after.inserted());
        assertEquals(before.updated(), after.updated());
        assertEquals(before.dead(), after.dead());
    }

    @Test
    void a_newer_order_of_the_same_content_is_one_small_update_in_place() throws SQLException {
        repository.save(Requests.save("session", LONG_TEXT, 1));
        Counts before = Counts.read(pool, "conversation");
        assertEquals(SaveOutcome.UNCHANGED, repository.save(Requests.save("session", LONG_TEXT, 2)).outcome());
        Counts after = Counts.read(pool, "conversation");
        assertEquals(before.inserted(), after.inserted());
        assertEquals(before.updated() + 1, after.updated());
        assertEquals(before.updatedInPlace() + 1, after.updatedInPlace(), "no index was written");
        assertEquals(before.toasted(), after.toasted(), "the text was not written again");
        assertTrue(after.log() - before.log() < 1_000, "bytes of log: " + (after.log() - before.log()));
    }
}
