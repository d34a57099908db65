package dev.scripta.core.memory;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import dev.scripta.core.port.AccountRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps accounts in memory: one process, lost at exit. Thread-safe. */
public final class InMemoryAccountRepository implements AccountRepository {

    private static final AccountResult ADDRESS_TAKEN = new AccountResult.AddressTaken();
    private static final AccountResult UNKNOWN = new AccountResult.Unknown();

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private long lastId;

    /** An empty store. */
    public InMemoryAccountRepository() {}

    @Override
    public synchronized AccountResult create(Profile profile, PasswordHash password, Instant at) {
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(at, "at");
        return find(profile.email()).isPresent()
                ? ADDRESS_TAKEN
                : kept(new Account(new AccountId(++lastId), profile, password, 1, Picture.NONE, at, at));
    }

    @Override
    public synchronized Optional<Account> find(AccountId id) {
        return Optional.ofNullable(accounts.get(Objects.requireNonNull(id, "id")));
    }

    @Override
    public synchronized Optional<Account> find(EmailAddress address) {
        Objects.requireNonNull(address, "address");
        return accounts.values().stream().filter(account -> account.profile().email().equals(address)).findFirst();
    }

    @Override
    public OptionalLong passwordRevision(AccountId id) {
        return find(id).stream().mapToLong(Account::passwordRevision).findFirst();
    }

    @Override
    public synchronized AccountResult change(AccountId id, AccountChange change, Instant at) {
        Objects.requireNonNull(at, "at");
        boolean taken = change.email().flatMap(this::find).filter(other -> !other.id().equals(id)).isPresent();
        return find(id).map(account -> taken ? ADDRESS_TAKEN : kept(changed(account, change, at))).orElse(UNKNOWN);
    }

    @Override
    public synchronized boolean rehash(AccountId id, PasswordHash from, PasswordHash to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Optional<Account> current = find(id).filter(account -> account.password().equals(from));
        current.ifPresent(account -> kept(new Account(id, account.profile(), to, account.passwordRevision(),
                account.picture(), account.createdAt(), account.updatedAt())));
        return current.isPresent();
    }

    private AccountResult kept(Account account) {
        accounts.put(account.id(), account);
        return new AccountResult.Kept(account);
    }

    private static Account changed(Account before, AccountChange change, Instant at) {
        Profile old = before.profile();
        Profile profile = new Profile(change.name().orElse(old.name()), change.email().orElse(old.email()),
                old.medicalId(), old.nationalId(), change.age().isPresent() ? change.age() : old.age());
        Picture picture = change.picture().orElse(before.picture());
        PasswordHash password = change.password().orElse(before.password());
        boolean samePassword = password.equals(before.password());
        boolean same = samePassword && profile.equals(old) && picture.equals(before.picture());
        boolean later = at.isAfter(before.updatedAt());
        return new Account(before.id(), profile, password, before.passwordRevision() + (samePassword ? 0 : 1), picture,
                before.createdAt(), same || !later ? before.updatedAt() : at);
    }
}
