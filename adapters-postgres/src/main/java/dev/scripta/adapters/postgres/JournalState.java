package dev.scripta.adapters.postgres;

/** How a recording stands, by the names that are stored. */
enum JournalState {

    /** Somebody has the claim, or had it and vanished. */
    IN_WORK,
    /** The result is there. */
    DONE,
    /** An engine failed. */
    POSTPONED,
    /** The audio cannot be used. */
    REFUSED
}
