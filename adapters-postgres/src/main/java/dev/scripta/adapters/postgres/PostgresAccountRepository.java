package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Profile;
import dev.scripta.core.port.AccountRepository;
import io.helidon.dbclient.DbClient;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * Accounts in the table that {@link PostgresSchema} makes. Thread-safe; any number of instances may share a database.
 *
 * <p>
 * A failure that may pass is met with two more attempts. What was done though the answer got lost is recognised: an account by
 * the numbers that were offered for it, a password by its hash.
 */
public final class PostgresAccountRepository implements AccountRepository {

    private final AccountTable table;
    private final Attempts attempts;
    private final RandomGenerator random;

    /**
     * The repository on an embedder's own pool.
     *
     * @param connections at READ COMMITTED, which is PostgreSQL's default; {@link PostgresDatabase} sees to it. Autocommit is
     *            switched on here
     * @param random makes account ids and the jitter of retries; thread-safe
     */
    public PostgresAccountRepository(DataSource connections, RandomGenerator random) {
        this(connections, random, Thread::sleep);
    }

    PostgresAccountRepository(DataSource connections, RandomGenerator random, Pause pause) {
        this(PooledConnections.client(new PooledConnections(connections)), random, pause);
    }

    PostgresAccountRepository(DbClient database, RandomGenerator random, Pause pause) {
        this.table = new AccountTable(database);
        this.attempts = new Attempts(random, pause);
        this.random = random;
    }

    @Override
    public AccountResult create(Profile profile, PasswordHash password, Instant at) {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(at, "at");
        Set<AccountId> offered = new HashSet<>();
        return attempts.run(() -> {
            Set<AccountId> before = Set.copyOf(offered);
            AccountId id = new AccountId(random.nextLong(1, AccountId.MAX_VALUE + 1));
            offered.add(id);
            return table.create(id, profile, password, at)
                    .or(() -> earlier(before, profile.email()))
                    .<AccountResult>map(AccountResult.Kept::new)
                    .orElseGet(AccountResult.AddressTaken::new);
        });
    }

    /** What an earlier attempt of the same call made, whose answer got lost. */
    private Optional<Account> earlier(Set<AccountId> offered, EmailAddress address) {
        return offered.isEmpty()
                ? Optional.empty()
                : table.find(address).filter(account -> offered.contains(account.id()));
    }

    @Override
    public Optional<Account> find(AccountId id) {
        Objects.requireNonNull(id, "id");
        return attempts.run(() -> table.find(id));
    }

    @Override
    public Optional<Account> find(EmailAddress address) {
        Objects.requireNonNull(address, "address");
        return attempts.run(() -> table.find(address));
    }

    @Override
    public OptionalLong passwordRevision(AccountId id) {
        Objects.requireNonNull(id, "id");
        return attempts.run(() -> table.passwordRevision(id));
    }

    /**
     * Repeated after a lost answer, a change that was done finds nothing left to do, so that neither time nor password revision
     * moves twice. Unless a rival changed the same thing in between: then this change is done once more over the rival's, as if
     * it had come after it, and another password counts once more. The time of update never goes back.
     */
    @Override
    public AccountResult change(AccountId id, AccountChange change, Instant at) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(at, "at");
        return attempts.run(() -> table.change(id, change, at)
                .<AccountResult>map(AccountResult.Kept::new)
                .orElseGet(() -> table.find(id).isPresent()
                        ? new AccountResult.AddressTaken()
                        : new AccountResult.Unknown()));
    }

    @Override
    public boolean rehash(AccountId id, PasswordHash from, PasswordHash to) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return attempts.run(attempt -> table.rehash(id, from, to)
                || (attempt > 1 && table.find(id).filter(account -> account.password().equals(to)).isPresent()));
    }
}
