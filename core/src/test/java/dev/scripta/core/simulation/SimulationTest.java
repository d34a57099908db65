package dev.scripta.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens, in whatever order, the promises hold (P10 to P12; F05, F06, F08 to F10, F15, F18; X04 to X08, X11, X14).
 * {@code -Dscripta.seed=N} replays one world and prints what happens in it; {@code -Dscripta.seeds=N} runs that many.
 */
final class SimulationTest {

    private static final long CHECKED = 10_000;
    private static final long SEEDS = Long.getLong("scripta.seeds", CHECKED);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void promises_hold_in_every_world() throws Exception {
        Long one = Long.getLong("scripta.seed");
        if (one != null) {
            failIfBroken(new Worlds(Doubles.NONE).replay(one, System.out::println));
            return;
        }
        Worlds worlds = new Worlds(Doubles.NONE);
        long began = System.nanoTime();
        failIfBroken(worlds.run(0, SEEDS));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("%d worlds, %d steps, %d ms; seen: %s%n", SEEDS, worlds.steps(), took.toMillis(),
                worlds.sightings());
        assertEquals(List.of(), worlds.sightings().missing(), "what never happened was not tested");
        assertTrue(SEEDS > CHECKED || took.compareTo(LIMIT) < 0, () -> "took " + took);
    }

    @Test
    void same_seed_is_the_same_world_step_by_step() throws Exception {
        HashSet<List<String>> different = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            List<String> first = story(seed);
            assertEquals(first, story(seed), "seed " + seed);
            assertNotEquals(List.of(), first);
            different.add(first);
        }
        assertEquals(40, different.size());
    }

    private static List<String> story(long seed) throws Exception {
        List<String> lines = new ArrayList<>();
        failIfBroken(new Worlds(Doubles.NONE).replay(seed, lines::add));
        return lines;
    }

    private static void failIfBroken(Optional<Worlds.Broken> broken) {
        broken.ifPresent(world -> {
            throw new AssertionError(world.how().getMessage() + "; replay it with -Dscripta.seed=" + world.seed(),
                    world.how());
        });
    }
}
