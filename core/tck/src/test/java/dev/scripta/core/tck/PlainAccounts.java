package dev.scripta.core.tck;

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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.OptionalInt;

/** A right repository of accounts in small steps: a broken twin overrides one of them. */
class PlainAccounts implements AccountRepository {

    final AccountStore store;

    PlainAccounts(AccountStore store) {
        this.store = store;
    }

    @Override
    public AccountResult create(Profile profile, PasswordHash password, Instant at) {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(at, "at");
        synchronized (store) {
            return holder(profile.email()).isPresent()
                    ? new AccountResult.AddressTaken()
                    : kept(made(newId(), profile, password, at));
        }
    }

    AccountId newId() {
        return new AccountId(++store.lastId);
    }

    Account made(AccountId id, Profile profile, PasswordHash password, Instant at) {
        return new Account(id, profile, password, 1, Picture.NONE, at, at);
    }

    /** Who has an address, as far as somebody who wants it is concerned. */
    Optional<Account> holder(EmailAddress address) {
        return byAddress(address);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        synchronized (store) {
            return stored(id).map(this::shown);
        }
    }

    @Override
    public OptionalLong passwordRevision(AccountId id) {
        return find(id).stream().mapToLong(Account::passwordRevision).findFirst();
    }

    final Optional<Account> stored(AccountId id) {
        return Optional.ofNullable(store.rows.get(Objects.requireNonNull(id, "id")));
    }

    @Override
    public Optional<Account> find(EmailAddress address) {
        synchronized (store) {
            return byAddress(address).map(this::shown);
        }
    }

    final Optional<Account> byAddress(EmailAddress address) {
        Objects.requireNonNull(address, "address");
        return store.rows.values().stream().filter(row -> isSame(row.profile().email(), address)).findFirst();
    }

    /** How addresses are told apart. */
    boolean isSame(EmailAddress stored, EmailAddress address) {
        return stored.equals(address);
    }

    /** How a row comes back. */
    Account shown(Account row) {
        return row;
    }

    @Override
    public AccountResult change(AccountId id, AccountChange change, Instant at) {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(at, "at");
        synchronized (store) {
            return stored(id).map(row -> changed(row, change, at)).orElseGet(() -> unknown(id));
        }
    }

    AccountResult unknown(AccountId id) {
        return new AccountResult.Unknown();
    }

    AccountResult changed(Account row, AccountChange change, Instant at) {
        boolean taken = change.email().flatMap(this::holder).filter(other -> !other.id().equals(row.id())).isPresent();
        return taken ? taken(row, change) : kept(after(row, change, at));
    }

    AccountResult taken(Account row, AccountChange change) {
        return new AccountResult.AddressTaken();
    }

    Account after(Account row, AccountChange change, Instant at) {
        Account after = new Account(row.id(), profile(row.profile(), change),
                change.password().orElse(row.password()), row.passwordRevision() + (counts(row, change) ? 1 : 0),
                picture(row, change), row.createdAt(), row.updatedAt());
        return isSame(row, after, change) ? after : touched(after, time(row, at));
    }

    /** The time of update, of something that changed. */
    Instant time(Account row, Instant at) {
        return at.isAfter(row.updatedAt()) ? at : row.updatedAt();
    }

    /** Whether the time of update stays. */
    boolean isSame(Account before, Account after, AccountChange change) {
        return after.equals(before);
    }

    /** Whether this is another password. */
    boolean counts(Account row, AccountChange change) {
        return change.password().filter(hash -> !hash.equals(row.password())).isPresent();
    }

    Picture picture(Account row, AccountChange change) {
        return change.picture().orElse(row.picture());
    }

    Profile profile(Profile old, AccountChange change) {
        OptionalInt age = change.age().isPresent() ? change.age() : old.age();
        return new Profile(change.name().orElse(old.name()), change.email().orElse(old.email()), old.medicalId(),
                old.nationalId(), age);
    }

    static Account touched(Account row, Instant at) {
        return new Account(row.id(), row.profile(), row.password(), row.passwordRevision(), row.picture(),
                row.createdAt(), at);
    }

    static Account with(Account row, PasswordHash password, long revision) {
        return new Account(row.id(), row.profile(), password, revision, row.picture(), row.createdAt(),
                row.updatedAt());
    }

    static Account with(Account row, Profile profile) {
        return new Account(row.id(), profile, row.password(), row.passwordRevision(), row.picture(), row.createdAt(),
                row.updatedAt());
    }

    @Override
    public boolean rehash(AccountId id, PasswordHash from, PasswordHash to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        synchronized (store) {
            Optional<Account> row = stored(id).filter(account -> isFrom(account, from));
            row.ifPresent(account -> kept(rehashed(account, to)));
            return row.isPresent();
        }
    }

    boolean isFrom(Account row, PasswordHash from) {
        return row.password().equals(from);
    }

    Account rehashed(Account row, PasswordHash to) {
        return with(row, to, row.passwordRevision());
    }

    final AccountResult kept(Account row) {
        store.rows.put(row.id(), row);
        return new AccountResult.Kept(shown(row));
    }
}
