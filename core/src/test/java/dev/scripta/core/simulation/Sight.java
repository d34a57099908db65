package dev.scripta.core.simulation;

/** What a run has to have seen to be worth its name. */
enum Sight {
    /** A call overtook an earlier one. */
    REORDERED,
    /** A claim was taken over after its lease. */
    TAKE_OVER,
    /** A claim came with a finished transcript. */
    TRANSCRIPT_INHERITED,
    /** A late holder was told that its claim is lost. */
    FENCED_OUT,
    /** A result was replayed. */
    REPLAYED,
    /** Silence was answered. */
    SILENCE,
    /** Audio was refused. */
    AUDIO_REFUSED,
    /** A client was told to ask again later. */
    IN_PROGRESS,
    /** An engine's failure was told again while it rested. */
    POSTPONED,
    /** A result was made without the journal. */
    UNCLAIMED_WORK,
    /** A save made a conversation. */
    CREATED,
    /** A save changed a conversation. */
    UPDATED,
    /** A save found its content there. */
    UNCHANGED,
    /** A save came too late. */
    SUPERSEDED,
    /** A save met another revision than it expected. */
    CONFLICT,
    /** A save had to wait. */
    DEFERRED,
    /** A save could not even wait. */
    UNSAVED,
    /** There was nothing to save. */
    SKIPPED,
    /** A save that waited gave way to one of a later order. */
    DISPLACED,
    /** A save that waited was settled. */
    DRAINED,
    /** A save that waited was given up. */
    GIVEN_UP,
    /** A drain found the store away. */
    DRAIN_PROBED,
    /** An accepted recording was finished without its client. */
    RESUMED
}
