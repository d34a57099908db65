package dev.scripta.core.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs calls in as many threads as there are calls, all let go at the same moment. */
final class AtOnce {

    /** How many threads save at once: far more than a usual connection pool has connections. */
    static final int THREADS = 32;

    private static final long LIMIT_SECONDS = 120;

    private AtOnce() {}

    /** The answers of calls 0 to {@link #THREADS} - 1. */
    static <T> List<T> all(IntFunction<Callable<T>> calls) throws Exception {
        return all(THREADS, calls);
    }

    /** The answers of calls 0 to {@code count} - 1; fails with what the first failed call threw. */
    static <T> List<T> all(int count, IntFunction<Callable<T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Callable<T> call = calls.apply(i);
                running.add(threads.submit(() -> {
                    start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                    return call.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : running) {
                answers.add(answer.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
