package dev.scripta.core.usecase;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The bounds of patience. */
final class RulesTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));

    @Test
    void limit_doubles_from_the_first_to_the_longest() {
        assertEquals(Duration.ofMillis(250), BACKOFF.limit(1));
        assertEquals(Duration.ofMillis(500), BACKOFF.limit(2));
        assertEquals(Duration.ofSeconds(1), BACKOFF.limit(3));
        assertEquals(Duration.ofSeconds(2), BACKOFF.limit(4));
        assertEquals(Duration.ofSeconds(2), BACKOFF.limit(5));
    }

    @Test
    void limit_never_overflows() {
        Backoff endless = new Backoff(Duration.ofDays(1), Duration.ofDays(100_000_000));
        for (long attempt : new long[]{0, -5}) {
            assertEquals(Duration.ofDays(1), endless.limit(attempt));
        }
        for (long attempt = 1; attempt < 100; attempt++) {
            Duration limit = endless.limit(attempt);
            assertTrue(limit.compareTo(endless.limit(attempt + 1)) <= 0, "grows at " + attempt);
            assertTrue(limit.compareTo(endless.longest()) <= 0);
        }
        assertEquals(endless.longest(), endless.limit(Long.MAX_VALUE));
    }

    @Test
    void pause_is_anything_from_a_millisecond_to_the_limit() {
        SplittableRandom random = new SplittableRandom(1);
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (int i = 0; i < 20_000; i++) {
            long millis = BACKOFF.pause(2, random).toMillis();
            shortest = Math.min(shortest, millis);
            longest = Math.max(longest, millis);
        }
        assertEquals(1, shortest);
        assertEquals(500, longest);
    }

    @Test
    void backoff_needs_positive_waits_in_order() {
        assertRefused(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertRefused(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertDoesNotThrow(() -> new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)));
        assertThrows(NullPointerException.class, () -> BACKOFF.pause(1, null));
    }

    @Test
    void rules_need_times_that_can_be_kept() {
        Duration second = Duration.ofSeconds(1);
        Duration instant = Duration.ofNanos(1);
        assertRefused(() -> WorkRules.DEFAULT.withLease(Duration.ofMillis(2)));
        assertRefused(() -> WorkRules.DEFAULT.withPatience(Duration.ofSeconds(-1)));
        assertRefused(() -> new WorkRules(second, second, -1, BACKOFF, BACKOFF, second));
        assertRefused(() -> new WorkRules(second, second, 0, BACKOFF, BACKOFF, instant));
        assertDoesNotThrow(() -> new WorkRules(Duration.ofMillis(3), Duration.ZERO, 0, BACKOFF, BACKOFF,
                Duration.ofMillis(1)));
    }

    @Test
    void claims_are_renewed_three_times_in_a_lease() {
        WorkRules rules = WorkRules.DEFAULT.withLease(Duration.ofSeconds(9)).withPatience(Duration.ofSeconds(4));
        assertEquals(Duration.ofSeconds(3), rules.renewal());
        assertEquals(Duration.ofSeconds(4), rules.patience());
        assertEquals(WorkRules.DEFAULT.followers(), rules.followers());
    }

    private static void assertRefused(Executable birth) {
        assertThrows(IllegalArgumentException.class, birth);
    }
}
