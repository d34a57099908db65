package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.StorageFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private final StorageFailedException away = new StorageFailedException("nobody there", true);

    private Optional<StorageFailedException> trouble = Optional.empty();
    private final Schema schema = new Schema(() -> trouble.ifPresent(failure -> {
        throw failure;
    }), new Random(1));

    @Test
    void a_database_that_is_there_is_brought_up_to_date_at_once() {
        schema.migrateIfReachable();
        assertTrue(schema.isUpToDate());
    }

    @Test
    void one_that_is_away_is_tried_again_until_it_is_back() {
        trouble = Optional.of(away);
        schema.migrateIfReachable();
        for (int round = 0; round < 20; round++) {
            Duration pause = schema.round();
            assertTrue(pause.compareTo(Schema.AWAY.longest()) <= 0, pause.toString());
        }
        assertFalse(schema.isUpToDate());
        trouble = Optional.empty();
        assertAll(() -> assertEquals(Schema.LOOK, schema.round()), () -> assertTrue(schema.isUpToDate()));
    }

    @Test
    void what_waiting_does_not_cure_is_told_at_the_start_and_never_ends_a_running_service() {
        trouble = Optional.of(new StorageFailedException("wrong password", false));
        StartupException told = assertThrows(StartupException.class, schema::migrateIfReachable);
        assertAll(() -> assertTrue(told.getMessage().contains("Check SCRIPTA_DATABASE_URL")),
                () -> assertTrue(schema.round().compareTo(Schema.AWAY.longest()) <= 0));
    }

    @Test
    void a_database_that_goes_away_later_keeps_its_schema() {
        schema.migrateIfReachable();
        trouble = Optional.of(away);
        assertAll(() -> assertEquals(Schema.LOOK, schema.round()), () -> assertTrue(schema.isUpToDate()));
    }
}
