package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.StorageFailedException;
import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttemptsTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final Attempts attempts = new Attempts(new Random(1), pauses::add);

    @ParameterizedTest
    @CsvSource({"40001,BUSY", "40P01,BUSY", "55P03,BUSY", "08006,UNKNOWN", "08003,UNKNOWN", "40003,UNKNOWN",
            "57014,UNKNOWN", "57P01,UNKNOWN", "57P02,UNKNOWN", "57P03,AWAY", "53300,AWAY", "53200,AWAY", "25006,AWAY",
            "42P01,NO_SCHEMA", "42703,NO_SCHEMA", "3F000,NO_SCHEMA", "42601,REFUSED", "42501,UNWELL", "58030,UNWELL",
            "XX000,UNWELL", "XX001,UNWELL", "54000,REFUSED", "28000,REFUSED", "22021,REFUSED",
            "23505,REFUSED", "23514,REFUSED", "28P01,REFUSED", "3D000,REFUSED", "25001,REFUSED"})
    void failures_are_sorted_by_their_state(String state, Trouble expected) {
        assertEquals(expected, Trouble.of(new SQLException("text", state)));
    }

    /** Hikari's name for "no connection in time", with the state of the last failure to make one. */
    @ParameterizedTest
    @CsvSource({",AWAY", "08001,AWAY", "57P03,AWAY", "28P01,REFUSED", "3D000,REFUSED", "XX000,AWAY"})
    void a_pool_without_connections_is_away_unless_the_server_refused(String state, Trouble expected) {
        assertEquals(expected, Trouble.of(new SQLTransientConnectionException("text", state)));
    }

    @Test
    void what_never_reached_a_server_is_away() {
        assertEquals(Trouble.AWAY, Trouble.of(new SQLException("closed")));
    }

    @Test
    void work_is_repeated_until_it_succeeds_with_pauses_that_differ() {
        Deque<String> states = new ArrayDeque<>(List.of("40001", "08006"));
        assertEquals("done", attempts.run(() -> {
            if (!states.isEmpty()) {
                throw failure(states.pop());
            }
            return "done";
        }));
        assertEquals(2, pauses.size());
        assertTrue(pauses.stream().allMatch(pause -> pause.toMillis() >= 5 && pause.toMillis() <= 50));
        assertEquals(2, pauses.stream().distinct().count());
    }

    @Test
    void the_cause_is_kept_and_its_text_is_not_repeated() {
        DbClientException cause = failure("42601");
        StorageFailedException failure = assertThrows(StorageFailedException.class, () -> attempts.run(() -> {
            throw cause;
        }));
        assertSame(cause, failure.getCause());
        assertFalse(failure.getMessage().contains("text"));
    }

    @Test
    void a_failure_that_is_not_the_databases_goes_through() {
        assertThrows(IllegalArgumentException.class, () -> attempts.run(() -> {
            throw new IllegalArgumentException("a mistake of ours");
        }));
    }

    @Test
    void a_failure_without_a_state_of_its_own_is_final() {
        StorageFailedException failure = assertThrows(StorageFailedException.class, () -> attempts.run(() -> {
            throw new DbClientException("text");
        }));
        assertFalse(failure.retryable());
        assertEquals(List.of(), pauses);
    }

    @Test
    void an_interrupted_pause_ends_the_attempts_and_keeps_the_interrupt() {
        Attempts interrupted = new Attempts(new Random(1), time -> {
            throw new InterruptedException();
        });
        StorageFailedException failure = assertThrows(StorageFailedException.class, () -> interrupted.run(() -> {
            throw failure("40001");
        }));
        assertTrue(Thread.interrupted());
        assertTrue(failure.retryable());
    }

    private static DbClientException failure(String state) {
        return new DbClientException("text", new SQLException("text", state));
    }
}
