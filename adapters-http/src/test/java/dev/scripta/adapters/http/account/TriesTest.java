package dev.scripta.adapters.http.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriesTest {

    private static final Instant START = Instant.parse("2026-11-22T07:26:25.474319Z");

    private final Clock clock = Clock.fixed(START, ZoneOffset.UTC);

    @Test
    void after_the_last_one_has_to_wait_for_one() {
        Tries tries = new Tries(new Allowance(2, Duration.ofMinutes(2)), clock);
        assertEquals(Optional.empty(), tries.count("a"));
        assertEquals(Optional.empty(), tries.count("a"));
        assertEquals(Optional.of(Duration.ofMinutes(1)), tries.count("a"));
        assertEquals(Optional.empty(), tries.count("b"));
    }

    @Test
    void a_try_that_is_forgiven_was_none() {
        Tries tries = new Tries(new Allowance(1, Duration.ofMinutes(2)), clock);
        for (int i = 0; i < 5; i++) {
            assertEquals(Optional.empty(), tries.count("a"));
            tries.forgive("a");
            tries.forgive("nobody");
        }
        assertEquals(Optional.empty(), tries.count("a"));
        assertTrue(tries.count("a").isPresent());
    }

    @Test
    void memory_is_bounded_and_those_who_keep_trying_are_not_forgotten() {
        Tries tries = new Tries(new Allowance(1, Duration.ofDays(1)), clock);
        tries.count("a");
        for (int i = 0; i < 100_000; i++) {
            tries.count("other " + i);
            if (i % 5000 == 0) {
                assertTrue(tries.count("a").isPresent());
            }
        }
        assertEquals(10_000, tries.remembered());
    }
}
