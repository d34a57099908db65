package dev.scripta.core.model;

import java.util.Objects;
import java.util.Optional;

/** What became of creating or changing an account. */
public sealed interface AccountResult {

    /** The account, unless it was refused or there is none. */
    default Optional<Account> account() {
        return this instanceof Kept kept ? Optional.of(kept.after()) : Optional.empty();
    }

    /**
     * Done, or there was nothing to do.
     *
     * @param after the account as it is now
     */
    record Kept(Account after) implements AccountResult {

        /** Checks presence. */
        public Kept {
            Objects.requireNonNull(after, "after");
        }
    }

    /** Another account has the address; nothing was done. */
    record AddressTaken() implements AccountResult {}

    /** There is no such account. */
    record Unknown() implements AccountResult {}
}
