package dev.scripta.adapters.speech.sphinx;

import java.time.Duration;

/**
 * How the engine works.
 *
 * @param workers how many stretches of speech are recognised at once; each worker takes a core and some 230 MB of heap
 *            for its models, besides some 200 MB for work
 * @param timeLimit how long one recording may take, waiting for its turn included
 */
public record SphinxSettings(int workers, Duration timeLimit) {

    private static final int DEFAULT_WORKERS = 2;
    private static final Duration DEFAULT_TIME_LIMIT = Duration.ofHours(8);

    /** Checks the bounds. */
    public SphinxSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be 1 or more");
        }
        if (timeLimit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("timeLimit must be a second or more");
        }
    }

    /** Two workers, or one on a machine with one core. */
    public static SphinxSettings forCores(int cores) {
        return new SphinxSettings(Math.clamp(cores, 1, DEFAULT_WORKERS), DEFAULT_TIME_LIMIT);
    }
}
