package dev.scripta.core.simulation;

import java.util.Optional;
import java.util.function.Consumer;

/** All that happens, as a number that another run of the same world must have too; on request, told line by line. */
final class Trace {

    /** An odd number with well-mixed bits, as {@link java.util.SplittableRandom} uses. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Optional<Consumer<String>> reader;
    private long hash;
    private int task;
    private long time;

    Trace(Optional<Consumer<String>> reader) {
        this.reader = reader;
    }

    long hash() {
        return hash;
    }

    void turn(int number, long now) {
        task = number;
        time = now;
        mix(number);
        mix(now);
    }

    /** Notes an event: what happened, to what. */
    void note(String what, String whom) {
        mix(what.hashCode());
        mix(whom.hashCode());
        reader.ifPresent(to -> to.accept("%9.3f s  task %-3d %-12s %s".formatted(time / 1e9, task, what, whom)));
    }

    private void mix(long value) {
        hash = (Long.rotateLeft(hash, 23) ^ value) * MIX;
    }
}
