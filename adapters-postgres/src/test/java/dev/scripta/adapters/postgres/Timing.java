package dev.scripta.adapters.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How long things take on this machine. */
final class Timing {

    private Timing() {}

    /** The time of the run in the middle, of so many; what each gives is checked beside. */
    static <T> Duration median(int runs, Supplier<T> work, Consumer<T> check) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            T answer = work.get();
            times.add(System.nanoTime() - start);
            check.accept(answer);
        }
        times.sort(null);
        return Duration.ofNanos(times.get(runs / 2));
    }
}
