package dev.scripta.core.tck;

import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.Optional;

/** What each group of journal rules stands on. */
interface JournalRules {

    /** The journal under test; called afresh for each use. */
    RecordingJournal journal();

    /** Lets this much time pass for the store, at once. */
    void letPass(Duration time);

    /** A second journal that shares nothing with the first but the store. */
    Optional<RecordingJournal> anotherInstance();

    /** A journal on the same store in a program whose clock is this far ahead of the store's. */
    RecordingJournal whereTheClockIsAhead(Duration by);

    /** This test's own owner, sessions and choices. */
    Samples samples();
}
