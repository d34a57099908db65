package dev.scripta.core.usecase;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Profile;
import dev.scripta.core.port.AccountRepository;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who may have conversations here. Passwords come hashed: how, and how somebody shows who they are, is for those to know who
 * let people sign in. Failures of the store are {@link dev.scripta.core.error.StorageFailedException}s. Thread-safe.
 */
public final class Accounts {

    private final AccountRepository repository;
    private final Clock clock;

    /** The use case over this store. */
    public Accounts(AccountRepository repository, Clock clock) {
        this.repository = Objects.requireNonNull(repository, "repository");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Creates an account, unless another has its address. */
    public AccountResult signUp(Profile profile, PasswordHash password) {
        return repository.create(profile, password, clock.instant());
    }

    /** The account of that number, if there is one. */
    public Optional<Account> find(AccountId id) {
        return repository.find(id);
    }

    /** The account of that address, if there is one. */
    public Optional<Account> find(EmailAddress address) {
        return repository.find(address);
    }

    /** Whether there is an account of that number whose password has this revision. */
    public boolean isCurrent(AccountId id, long passwordRevision) {
        return repository.passwordRevision(id).equals(OptionalLong.of(passwordRevision));
    }

    /** Changes what the change names; another password voids what was granted under the old one. */
    public AccountResult change(AccountId id, AccountChange change) {
        return repository.change(id, change, clock.instant());
    }

    /** Keeps the same password in a better form; tells whether it was done, which it is not when it changed meanwhile. */
    public boolean rehash(Account account, PasswordHash better) {
        return repository.rehash(account.id(), account.password(), better);
    }
}
