package dev.scripta.core.tck;

import dev.scripta.core.port.ConversationRepository;
import java.util.Optional;

/** What each group of repository rules stands on. */
interface RepositoryRules {

    /** The repository under test; called afresh for each use. */
    ConversationRepository repository();

    /** A second repository that shares nothing with the first but the store. */
    Optional<ConversationRepository> anotherInstance();

    /** This test's own owner, sessions and choices. */
    Samples samples();
}
