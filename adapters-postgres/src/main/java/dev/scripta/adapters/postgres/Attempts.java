package dev.scripta.adapters.postgres;

import dev.scripta.core.error.StorageFailedException;
import io.helidon.dbclient.DbClientException;
import jakarta.json.JsonException;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Runs database work until it is done, refused or has failed too often, and turns what the driver throws into our own
 * failure. The work must be idempotent. Thread-safe if the generator is.
 */
final class Attempts {

    static final int MOST = 3;

    /** Jitter: rivals that failed together must not meet again. */
    private static final int SHORTEST_PAUSE_MILLIS = 5;
    private static final int LONGEST_PAUSE_MILLIS = 50;

    private final RandomGenerator random;
    private final Pause pause;

    Attempts(RandomGenerator random, Pause pause) {
        this.random = random;
        this.pause = pause;
    }

    <T> T run(Supplier<T> work) {
        return run(attempt -> work.get());
    }

    /** For work that is idempotent only if it knows that it may have been done before; attempts are counted from 1. */
    <T> T run(IntFunction<T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return work.apply(attempt);
            } catch (DbClientException | JsonException e) {
                Trouble trouble = trouble(e);
                boolean again = trouble == Trouble.BUSY || trouble == Trouble.UNKNOWN;
                if (!again || attempt == MOST) {
                    throw failure(trouble, e);
                }
                rest(e);
            }
        }
    }

    /** Our failure for the vendor's. */
    static StorageFailedException failure(Exception cause) {
        return failure(trouble(cause), cause);
    }

    private static Trouble trouble(Exception failure) {
        return Trouble.vendors(failure).map(Trouble::of).orElse(Trouble.REFUSED);
    }

    private static StorageFailedException failure(Trouble trouble, Exception cause) {
        return switch (trouble) {
            case BUSY -> new StorageFailedException("the database is busy", true, cause);
            case UNKNOWN -> new StorageFailedException("the database did not answer", true, cause);
            case AWAY -> new StorageFailedException("the database cannot be reached", true, cause);
            case UNWELL -> new StorageFailedException("the database has trouble of its own", true, cause);
            case NO_SCHEMA -> new StorageFailedException("the database has no Scripta schema: migrate it first", true,
                    cause);
            case REFUSED -> new StorageFailedException("the database refused", false, cause);
        };
    }

    private void rest(RuntimeException reason) {
        try {
            pause.of(Duration.ofMillis(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageFailedException("interrupted while the database was busy", true, reason);
        }
    }
}
