package dev.scripta.adapters.speech.guard;

import dev.scripta.core.usecase.Backoff;
import java.time.Duration;
import java.util.Objects;

/**
 * How an engine is called.
 *
 * @param parallel how many calls may be under way at once; others wait for their turn
 * @param attempts how often a call is made at most, the first time included
 * @param backoff what is added, at random, to the wait before a repetition
 * @param failures how many calls must fail one after the other before the engine is left alone
 * @param rest how long it is left alone then, until one call tries whether it is back
 */
public record GuardSettings(int parallel, int attempts, Backoff backoff, int failures, Duration rest) {

    private static final int DEFAULT_PARALLEL = 4;
    private static final int DEFAULT_ATTEMPTS = 3;
    private static final Backoff DEFAULT_BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final int DEFAULT_FAILURES = 5;
    private static final Duration DEFAULT_REST = Duration.ofSeconds(30);

    /** Checks bounds. */
    public GuardSettings {
        if (parallel < 1 || attempts < 1 || failures < 1) {
            throw new IllegalArgumentException("parallel, attempts and failures must be 1 or more");
        }
        Objects.requireNonNull(backoff, "backoff");
        if (rest.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("rest must be 1 ms or more");
        }
    }

    /** Four calls at once, each made three times at most; after five failures in a row, 30 s of rest. */
    public static GuardSettings defaults() {
        return new GuardSettings(DEFAULT_PARALLEL, DEFAULT_ATTEMPTS, DEFAULT_BACKOFF, DEFAULT_FAILURES, DEFAULT_REST);
    }

    /** The same with so many calls at once. */
    public GuardSettings withParallel(int calls) {
        return new GuardSettings(calls, attempts, backoff, failures, rest);
    }
}
