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
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Repositories of accounts that give values back changed, or are wrong only when several use them, or with null. */
final class BrokenAccountCalls {

    static final List<Broken<Function<AccountStore, AccountRepository>>> ALL = List.of(
            rule("U01 U04 U05 U06 U08 U09 U10 U11 U12", "keeps times to the millisecond", accounts(row -> new Account(
                    row
                            .id(), row.profile(),
                    row.password(), row.passwordRevision(), row.picture(),
                    row.createdAt().truncatedTo(ChronoUnit.MILLIS), row.updatedAt().truncatedTo(ChronoUnit.MILLIS)))),
            rule("U10", "trims", texts(text -> text.strip().isEmpty() ? text : text.strip())),
            rule("U10", "normalises", texts(text -> Normalizer.normalize(text, Normalizer.Form.NFC))),
            rule("U10", "takes ?? for an escaped ?", texts(text -> text.replace("??", "?"))),
            rule("U10", "cuts after 65535 characters", texts(text -> text.substring(0,
                    Math.min(65_535, text.length())))),
            rule("U10", "takes empty text for nothing", accounts(row -> PlainAccounts.with(row,
                    new Profile(row.profile().name(), row.profile().email(),
                            row.profile().medicalId().filter(text -> !text.isEmpty()),
                            row.profile().nationalId().filter(text -> !text.isEmpty()), row.profile().age())))),
            rule("U01 U10", "takes no age for 0", accounts(row -> PlainAccounts.with(row,
                    new Profile(row.profile().name(), row.profile().email(), row.profile().medicalId(),
                            row.profile().nationalId(), OptionalInt.of(row.profile().age().orElse(0)))))),
            rule("U11 U12", "looks, then inserts", store -> new PlainAccounts(store) {
                @Override
                public AccountResult create(Profile profile, PasswordHash password, Instant at) {
                    boolean free = find(profile.email()).isEmpty();
                    if (free) {
                        store.everyThread.meet();
                    }
                    synchronized (store) {
                        return free
                                ? kept(made(newId(), profile, password, at))
                                : super.create(profile, password, at);
                    }
                }
            }),
            rule("U11 U12", "looks, then inserts, and the loser fails", store -> new PlainAccounts(store) {
                @Override
                public AccountResult create(Profile profile, PasswordHash password, Instant at) {
                    boolean free = find(profile.email()).isEmpty();
                    if (free) {
                        store.everyThread.meet();
                    }
                    AccountResult result = super.create(profile, password, at);
                    if (free && result.account().isEmpty()) {
                        throw new StorageFailedException("duplicate key value violates unique constraint", false);
                    }
                    return result;
                }
            }),
            rule("U11 U12 U13", "writes back what it read", store -> new PlainAccounts(store) {
                @Override
                public AccountResult change(AccountId id, AccountChange change, Instant at) {
                    Optional<Account> read = find(id);
                    store.everyThread.meet();
                    synchronized (store) {
                        return read.map(row -> changed(row, change, at)).orElseGet(() -> unknown(id));
                    }
                }

                @Override
                public boolean rehash(AccountId id, PasswordHash from, PasswordHash to) {
                    store.everyThread.meet();
                    return super.rehash(id, from, to);
                }
            }),
            rule("U12", "writes back what it remembers, under a lock of its own", LockedAccounts::new),
            rule("U11", "looks, then rehashes", store -> new PlainAccounts(store) {
                @Override
                public AccountResult change(AccountId id, AccountChange change, Instant at) {
                    store.everyThread.meet();
                    AccountResult result = super.change(id, change, at);
                    store.everyThread.meet();
                    return result;
                }

                @Override
                public boolean rehash(AccountId id, PasswordHash from, PasswordHash to) {
                    Objects.requireNonNull(from, "from");
                    Objects.requireNonNull(to, "to");
                    Optional<Account> found = find(id).filter(row -> isFrom(row, from));
                    store.everyThread.meet();
                    store.everyThread.meet();
                    synchronized (store) {
                        found.flatMap(row -> stored(row.id())).ifPresent(row -> kept(rehashed(row, to)));
                    }
                    return found.isPresent();
                }
            }),
            rule("U12", "caches in each instance", store -> new PlainAccounts(store) {
                private final Map<EmailAddress, Optional<Account>> cache = new ConcurrentHashMap<>();

                @Override
                public Optional<Account> find(EmailAddress address) {
                    Optional<Account> found = cache.getOrDefault(address, super.find(address));
                    cache.put(address, found);
                    return found;
                }

                @Override
                public AccountResult create(Profile profile, PasswordHash password, Instant at) {
                    AccountResult result = super.create(profile, password, at);
                    cache.clear();
                    return result;
                }

                @Override
                public AccountResult change(AccountId id, AccountChange change, Instant at) {
                    AccountResult result = super.change(id, change, at);
                    cache.clear();
                    return result;
                }

                @Override
                public boolean rehash(AccountId id, PasswordHash from, PasswordHash to) {
                    boolean done = super.rehash(id, from, to);
                    cache.clear();
                    return done;
                }
            }),
            rule("U13", "finds nobody by nothing", store -> new PlainAccounts(store) {
                @Override
                public Optional<Account> find(EmailAddress address) {
                    return Optional.ofNullable(address).flatMap(super::find);
                }
            }),
            rule("U13", "looks at the time only when it needs it", store -> new PlainAccounts(store) {
                @Override
                public AccountResult change(AccountId id, AccountChange change, Instant at) {
                    return find(Objects.requireNonNull(id, "id")).isEmpty()
                            ? unknown(id)
                            : super.change(id, change, at);
                }
            }));

    private BrokenAccountCalls() {}

    private static Function<AccountStore, AccountRepository> accounts(UnaryOperator<Account> damage) {
        return store -> new PlainAccounts(store) {
            @Override
            Account shown(Account row) {
                return damage.apply(row);
            }
        };
    }

    private static Function<AccountStore, AccountRepository> texts(UnaryOperator<String> damage) {
        return accounts(row -> new Account(row.id(),
                new Profile(damage.apply(row.profile().name()), row.profile().email(), row.profile().medicalId(),
                        row.profile().nationalId(), row.profile().age()),
                row.password(), row.passwordRevision(),
                new Picture(row.picture().data().map(damage), row.picture().url()), row.createdAt(),
                row.updatedAt()));
    }
}
