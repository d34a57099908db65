package dev.scripta.core.tck;

import java.time.Duration;
import java.time.Instant;

/**
 * Where an instance of a {@link PlainJournal} runs.
 *
 * @param store which it shares with others
 * @param ahead how far its own clock is ahead of the store's
 */
record Machine(JournalStore store, Duration ahead) {

    /** What this machine takes for the time. */
    Instant now() {
        return store.clock.instant().plus(ahead);
    }
}
