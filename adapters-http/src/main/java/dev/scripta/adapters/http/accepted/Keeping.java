package dev.scripta.adapters.http.accepted;

/** What being kept here tells of a recording that is not settled. */
public enum Keeping {
    /** It is kept; what is noted of its work, if anything, tells how it stands. */
    KEPT,
    /** Somebody is about to work on it: a failure that was noted of it before says nothing any more. */
    AWAITED,
    /** The same, and on purpose a second time: a result that was noted of it says nothing, either. */
    AWAITED_ANEW,
    /** It was given up and waits for a person. */
    GIVEN_UP
}
