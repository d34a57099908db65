package dev.scripta.adapters.postgres;

import java.time.Duration;

/** A wait between two attempts; tests count it instead of sleeping. */
@FunctionalInterface
interface Pause {

    /** Lets this much time pass. */
    void of(Duration time) throws InterruptedException;
}
