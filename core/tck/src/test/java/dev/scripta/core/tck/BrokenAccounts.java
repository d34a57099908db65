package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.StorageFailedException;
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
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Repositories of accounts that make, find and change them wrong. */
final class BrokenAccounts {

    static final List<Broken<Function<AccountStore, AccountRepository>>> ALL = List.of(
            rule("U01 U04 U05 U08 U09 U10 U11 U12", "begins with revision 2", store -> new PlainAccounts(store) {
                @Override
                Account made(AccountId id, Profile profile, PasswordHash password, Instant at) {
                    return with(super.made(id, profile, password, at), password, 2);
                }
            }),
            rule("U01", "gives a number again", store -> new PlainAccounts(store) {
                @Override
                AccountId newId() {
                    return new AccountId(++store.lastId % 299 + 1);
                }
            }),
            rule("U01 U09 U10", "was never updated", store -> new PlainAccounts(store) {
                @Override
                Account made(AccountId id, Profile profile, PasswordHash password, Instant at) {
                    return touched(super.made(id, profile, password, at), Instant.EPOCH);
                }
            }),
            rule("U01 U04 U05 U06 U10", "makes everybody a picture", store -> new PlainAccounts(store) {
                @Override
                Account made(AccountId id, Profile profile, PasswordHash password, Instant at) {
                    return new Account(id, profile, password, 1, Picture.of(""), at, at);
                }
            }),
            rule("U02 U11 U12", "one who signs up again gets the account", store -> new PlainAccounts(store) {
                @Override
                public AccountResult create(Profile profile, PasswordHash password, Instant at) {
                    return super.find(profile.email()).<AccountResult>map(AccountResult.Kept::new)
                            .orElseGet(() -> super.create(profile, password, at));
                }
            }),
            rule("U02 U06 U11 U12", "gives one address to all", store -> new PlainAccounts(store) {
                @Override
                Optional<Account> holder(EmailAddress address) {
                    return Optional.empty();
                }
            }),
            rule("U02 U11 U12", "fails when an address is taken", store -> new PlainAccounts(store) {
                @Override
                public AccountResult create(Profile profile, PasswordHash password, Instant at) {
                    AccountResult result = super.create(profile, password, at);
                    if (result.equals(new AccountResult.AddressTaken())) {
                        throw new StorageFailedException("duplicate key value violates unique constraint", false);
                    }
                    return result;
                }
            }),
            rule("U02", "ignores letter case of addresses", addresses(text -> text.toLowerCase(Locale.ROOT))),
            rule("U02", "ignores blanks around addresses", addresses(String::strip)),
            rule("U02 U03 U06 U12 U13", "fails where there is none", store -> new PlainAccounts(store) {
                @Override
                public Optional<Account> find(EmailAddress address) {
                    return Optional.of(super.find(address).orElseThrow(NoSuchElementException::new));
                }
            }),
            rule("U03 U06 U09 U11", "finds the last one", store -> new PlainAccounts(store) {
                @Override
                public Optional<Account> find(AccountId id) {
                    return super.find(id).flatMap(row -> super.find(new AccountId(store.lastId)));
                }
            }),
            rule("U04 U05 U06 U08 U10 U11 U12", "forgets what a change does not name", store -> new PlainAccounts(
                    store) {
                @Override
                Profile profile(Profile old, AccountChange change) {
                    Profile profile = super.profile(old, change);
                    return new Profile(profile.name(), profile.email(), profile.medicalId(), profile.nationalId(),
                            change.age());
                }
            }),
            rule("U04", "a picture never goes", store -> new PlainAccounts(store) {
                @Override
                Picture picture(Account row, AccountChange change) {
                    Picture picture = super.picture(row, change);
                    return new Picture(picture.data().or(row.picture()::data), picture.url().or(row.picture()::url));
                }
            }),
            rule("U04 U05 U06 U08 U10 U11 U12", "takes the time of update for that of creation",
                    store -> new PlainAccounts(
                            store) {
                        @Override
                        Account after(Account row, AccountChange change, Instant at) {
                            Account after = super.after(row, change, at);
                            return new Account(after.id(), after.profile(), after.password(), after.passwordRevision(),
                                    after.picture(), after.updatedAt(), after.updatedAt());
                        }
                    }),
            rule("U05 U08", "every change moves the time", store -> new PlainAccounts(store) {
                @Override
                boolean isSame(Account before, Account after, AccountChange change) {
                    return false;
                }
            }),
            rule("U05 U08", "what is named has changed", store -> new PlainAccounts(store) {
                @Override
                boolean isSame(Account before, Account after, AccountChange change) {
                    return change.equals(AccountChange.NONE);
                }
            }),
            rule("U05", "goes back in time", store -> new PlainAccounts(store) {
                @Override
                Instant time(Account row, Instant at) {
                    return at;
                }
            }),
            rule("U04 U05", "a picture does not count", store -> new PlainAccounts(store) {
                @Override
                boolean isSame(Account before, Account after, AccountChange change) {
                    return after.profile().equals(before.profile()) && after.password().equals(before.password());
                }
            }),
            rule("U06", "changes the rest when the address is taken", store -> new PlainAccounts(store) {
                @Override
                AccountResult taken(Account row, AccountChange change) {
                    kept(after(row, new AccountChange(change.name(), Optional.empty(), change.age(),
                            change.password(), change.picture()), row.updatedAt()));
                    return super.taken(row, change);
                }
            }),
            rule("U06 U11", "fails when an address to change to is taken", store -> new PlainAccounts(store) {
                @Override
                AccountResult taken(Account row, AccountChange change) {
                    throw new StorageFailedException("duplicate key value violates unique constraint", false);
                }
            }),
            rule("U05 U11 U12", "takes its own address for taken", store -> new PlainAccounts(
                    store) {
                @Override
                AccountResult changed(Account row, AccountChange change, Instant at) {
                    return change.email().flatMap(this::holder).isPresent()
                            ? taken(row, change)
                            : super.changed(row, change, at);
                }
            }),
            rule("U07", "answers with another account", store -> new PlainAccounts(store) {
                @Override
                AccountResult unknown(AccountId id) {
                    return kept(store.rows.values().iterator().next());
                }
            }),
            rule("U07", "looks for the address first", store -> new PlainAccounts(store) {
                @Override
                public AccountResult change(AccountId id, AccountChange change, Instant at) {
                    AccountResult result = super.change(id, change, at);
                    return result.account().isEmpty() && change.email().flatMap(super::find).isPresent()
                            ? new AccountResult.AddressTaken()
                            : result;
                }
            }),
            rule("U05 U08 U10 U11 U12", "the same password counts again", store -> new PlainAccounts(store) {
                @Override
                boolean counts(Account row, AccountChange change) {
                    return change.password().isPresent();
                }
            }),
            rule("U04 U05 U06 U08 U10 U11 U12", "every change counts", store -> new PlainAccounts(store) {
                @Override
                boolean counts(Account row, AccountChange change) {
                    return true;
                }
            }),
            rule("U04 U08 U10 U11 U12", "no password counts", store -> new PlainAccounts(store) {
                @Override
                boolean counts(Account row, AccountChange change) {
                    return false;
                }
            }),
            rule("U09", "another form counts", store -> new PlainAccounts(store) {
                @Override
                Account rehashed(Account row, PasswordHash to) {
                    return with(row, to, row.passwordRevision() + 1);
                }
            }),
            rule("U09", "another form moves the time", store -> new PlainAccounts(store) {
                @Override
                Account rehashed(Account row, PasswordHash to) {
                    return touched(super.rehashed(row, to), row.updatedAt().plusSeconds(1));
                }
            }),
            rule("U09 U11", "brings an old password back", store -> new PlainAccounts(store) {
                @Override
                boolean isFrom(Account row, PasswordHash from) {
                    return true;
                }
            }),
            rule("U09", "ignores letter case of hashes", store -> new PlainAccounts(store) {
                @Override
                boolean isFrom(Account row, PasswordHash from) {
                    return row.password().value().equalsIgnoreCase(from.value());
                }
            }),
            rule("U09 U11", "says that it was done", store -> new PlainAccounts(store) {
                @Override
                public boolean rehash(AccountId id, PasswordHash from, PasswordHash to) {
                    super.rehash(id, from, to);
                    return true;
                }
            }));

    private BrokenAccounts() {}

    private static Function<AccountStore, AccountRepository> addresses(Function<String, String> form) {
        return store -> new PlainAccounts(store) {
            @Override
            boolean isSame(EmailAddress stored, EmailAddress address) {
                return form.apply(stored.value()).equals(form.apply(address.value()));
            }
        };
    }
}
