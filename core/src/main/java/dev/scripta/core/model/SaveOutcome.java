package dev.scripta.core.model;

/** What became of an intent to save (design rule "save"). */
public enum SaveOutcome {
    /** There was no conversation; now there is, at revision 1. */
    CREATED,
    /** Other content, newer order: replaced as a whole, revision one higher; id and creation time stay. */
    UPDATED,
    /** The conversation already had this content; at most its order moved on. */
    UNCHANGED,
    /** Other content, but a newer intent holds the conversation: nothing changed. */
    SUPERSEDED,
    /** The expected revision is not the current one and the content differs: nothing changed. */
    CONFLICT,
    /** There was nothing to save, for want of speech, or nobody to save it for. Never said by a store. */
    SKIPPED,
    /** The store is away: the save waits in the backlog. Said by use cases, never by a store. */
    DEFERRED,
    /**
     * The store is away and the backlog cannot keep the save: for now the caller alone has the result. Said by use cases,
     * never by a store.
     */
    UNSAVED
}
