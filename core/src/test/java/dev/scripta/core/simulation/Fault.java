package dev.scripta.core.simulation;

/** What goes wrong in a simulated world. */
enum Fault {
    /** A call to the store gets lost before it takes effect. */
    DROP,
    /** A call to the store takes effect, but its answer gets lost. */
    REPLY_LOST,
    /** A call to the store takes long: now and then beyond a lease. */
    DELAY,
    /** A call to the store takes effect twice, and the second answer counts: a driver that repeats what it is unsure of. */
    DUPLICATE,
    /** A call to the store takes effect once more, much later. */
    LATE_DUPLICATE,
    /** The store refuses for good. */
    REFUSAL,
    /** The store is away for a while. */
    OUTAGE,
    /** A process dies, and comes back with its disk. */
    CRASH,
    /** A process stands still for a while, and does not know. */
    FREEZE,
    /** A process has a wrong wall clock. */
    SKEW,
    /** A wall clock is set while it runs. */
    STEP,
    /** An engine fails and may work later. */
    ENGINE_AWAY,
    /** An engine fails for good. */
    ENGINE_BROKEN,
    /** The backlog's medium is full. */
    DISK_FULL,
    /** A client does not wait for its answer. */
    HANG_UP,
    /** A client's answer gets lost on the way. */
    ANSWER_LOST,
    /** A client sends a request twice at once. */
    DOUBLE_CLICK,
    /** An old request of a client comes again, late. */
    LATE_RETRY,
    /** A client pays again on purpose. */
    REPROCESS
}
