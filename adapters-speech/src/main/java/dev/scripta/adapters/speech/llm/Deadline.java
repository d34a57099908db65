package dev.scripta.adapters.speech.llm;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends calls of libraries whose own limits are fixed, or stop at an answer's first byte: in a thread that is interrupted. */
final class Deadline {

    private Deadline() {}

    /**
     * What the call answers.
     *
     * @throws dev.scripta.core.error.AnalysisFailedException when it does not answer in time
     * @throws RuntimeException what it threw itself
     */
    static <T> T within(Duration patience, Callable<T> call) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().name("language-model").start(task);
        try {
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw Failures.late();
        } catch (ExecutionException e) {
            throw unchecked(Objects.requireNonNull(e.getCause()));
        } finally {
            task.cancel(true);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }
}
