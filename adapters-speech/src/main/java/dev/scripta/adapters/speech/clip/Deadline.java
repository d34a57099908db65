package dev.scripta.adapters.speech.clip;

import dev.scripta.core.error.TranscriptionFailedException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** When a recording must be done. Thread-safe. */
final class Deadline {

    private final LongSupplier nanoTime;
    private final long end;

    /** So much time from now on. */
    Deadline(Duration time, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + time.toNanos();
    }

    /**
     * The time that is left.
     *
     * @throws TranscriptionFailedException when there is none; worth another attempt, which need not do everything again
     */
    Duration left() {
        long left = end - nanoTime.getAsLong();
        if (left <= 0) {
            throw new TranscriptionFailedException("Recognising the recording took too long.", true);
        }
        return Duration.ofNanos(left);
    }
}
