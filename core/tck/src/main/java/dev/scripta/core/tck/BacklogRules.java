package dev.scripta.core.tck;

import dev.scripta.core.port.SaveBacklog;
import java.util.Optional;

/** What each group of backlog rules stands on. */
interface BacklogRules {

    /** The backlog under test; called afresh for each use. */
    SaveBacklog backlog();

    /** The backlog as a new process finds it. */
    SaveBacklog reopened();

    /** Another backlog, new and empty, that has room for this many conversations. */
    SaveBacklog boundedTo(int entries);

    /** Another backlog, new and empty, that has room for so many bytes. */
    Optional<SaveBacklog> boundedToBytes(long bytes);

    /** This test's own owner, sessions and choices. */
    Samples samples();
}
