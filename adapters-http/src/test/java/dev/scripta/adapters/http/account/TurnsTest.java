package dev.scripta.adapters.http.account;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.adapters.http.transport.RefusedException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(1, Duration.ofMillis(1), "busy");

    @Test
    void who_waits_in_vain_is_told_when_to_come_again() {
        RefusedException refused = turns.take(() -> assertThrows(RefusedException.class, () -> turns.take(() -> "x")));
        assertAll(() -> assertEquals(503, refused.status()), () -> assertEquals("busy", refused.detail()),
                () -> assertEquals(Map.of("Retry-After", "1"), refused.headers()),
                () -> assertEquals("next", turns.take(() -> "next")));
    }

    @Test
    void work_that_fails_gives_its_place_back() {
        assertThrows(IllegalStateException.class, () -> turns.take(() -> {
            throw new IllegalStateException("broken");
        }));
        assertEquals("next", turns.take(() -> "next"));
    }

    @Test
    void who_is_interrupted_does_not_wait() {
        Thread.currentThread().interrupt();
        assertThrows(RefusedException.class, () -> turns.take(() -> "x"));
        assertEquals(true, Thread.interrupted());
    }
}
