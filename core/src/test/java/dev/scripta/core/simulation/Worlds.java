package dev.scripta.core.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Runs many worlds, one for each seed, as many at once as there are processors. */
final class Worlds {

    private final Sightings sightings = new Sightings();
    private final AtomicLong steps = new AtomicLong();
    private final Doubles doubles;

    Worlds(Doubles doubles) {
        this.doubles = doubles;
    }

    /** A world in which a promise was broken. */
    record Broken(long seed, AssertionError how) {}

    Sightings sightings() {
        return sightings;
    }

    long steps() {
        return steps.get();
    }

    /** Runs the worlds of these seeds; of those that break, tells the first. */
    Optional<Broken> run(long from, long count) throws Exception {
        AtomicLong next = new AtomicLong(from);
        AtomicLong end = new AtomicLong(from + count);
        return onThreads(threads -> {
            for (long seed = next.getAndIncrement(); seed < end.get(); seed = next.getAndIncrement()) {
                Optional<Broken> broken = run(seed, threads, Optional.empty());
                if (broken.isPresent()) {
                    end.accumulateAndGet(seed, Math::min);
                    return broken;
                }
            }
            return Optional.empty();
        });
    }

    /** Runs one world and tells step by step what happens. */
    Optional<Broken> replay(long seed, Consumer<String> reader) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            return run(seed, threads, Optional.of(reader));
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<Broken> run(long seed, ExecutorService threads, Optional<Consumer<String>> reader)
            throws InterruptedException {
        World world = new World(seed, threads, doubles, reader);
        try {
            world.run();
            return Optional.empty();
        } catch (AssertionError how) {
            return Optional.of(new Broken(seed, how));
        } finally {
            sightings.addAll(world.sightings);
            steps.addAndGet(world.scheduler.steps());
        }
    }

    private interface Worker {
        Optional<Broken> work(ExecutorService threads) throws InterruptedException;
    }

    private static Optional<Broken> onThreads(Worker worker) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Callable<Optional<Broken>>> workers = new ArrayList<>();
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                workers.add(() -> worker.work(threads));
            }
            List<Broken> broken = new ArrayList<>();
            for (Future<Optional<Broken>> done : threads.invokeAll(workers)) {
                done.get().ifPresent(broken::add);
            }
            return broken.stream().min(Comparator.comparingLong(Broken::seed));
        } finally {
            threads.shutdownNow();
        }
    }
}
