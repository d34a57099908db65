package dev.scripta.core.tck;

import dev.scripta.core.port.AccountRepository;
import java.util.Optional;

/** What each group of account rules stands on. */
interface AccountRules {

    /** The repository under test; called afresh for each use. */
    AccountRepository repository();

    /** A second repository that shares nothing with the first but the store. */
    Optional<AccountRepository> anotherInstance();
}
