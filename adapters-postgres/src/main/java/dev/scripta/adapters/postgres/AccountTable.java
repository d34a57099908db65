package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbStatementGet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One method for each statement on accounts. Thread-safe. */
final class AccountTable {

    private final DbClient database;

    AccountTable(DbClient database) {
        this.database = database;
    }

    /** Empty when the address is taken. */
    Optional<Account> create(AccountId id, Profile profile, PasswordHash password, Instant at) {
        return unlessTaken(get("account-create", AccountSql.CREATE).addParam("id", id.value())
                .addParam("email", profile.email().value())
                .addParam("name", profile.name())
                .addParam("medicalId", profile.medicalId().orElse(null))
                .addParam("nationalId", profile.nationalId().orElse(null))
                .addParam("age", boxed(profile.age()).orElse(null))
                .addParam("password", password.value())
                .addParam("at", exact(at)));
    }

    /** Empty when there is no such account, or the address is taken. */
    Optional<Account> change(AccountId id, AccountChange change, Instant at) {
        return unlessTaken(get("account-change", AccountSql.CHANGE).addParam("id", id.value())
                .addParam("name", change.name().orElse(null))
                .addParam("email", change.email().map(EmailAddress::value).orElse(null))
                .addParam("age", boxed(change.age()).orElse(null))
                .addParam("password", change.password().map(PasswordHash::value).orElse(null))
                .addParam("pictured", change.picture().isPresent())
                .addParam("picture", change.picture().flatMap(Picture::data).orElse(null))
                .addParam("pictureUrl", change.picture().flatMap(Picture::url).orElse(null))
                .addParam("at", exact(at)));
    }

    boolean rehash(AccountId id, PasswordHash from, PasswordHash to) {
        return database.execute()
                .createNamedUpdate("account-rehash", AccountSql.REHASH)
                .addParam("id", id.value())
                .addParam("from", from.value())
                .addParam("to", to.value())
                .execute() > 0;
    }

    Optional<Account> find(AccountId id) {
        return get("account-by-id", AccountSql.FIND_BY_ID).addParam("id", id.value())
                .execute()
                .map(AccountRows::account);
    }

    Optional<Account> find(EmailAddress address) {
        return get("account-by-address", AccountSql.FIND_BY_ADDRESS).addParam("email", address.value())
                .execute()
                .map(AccountRows::account);
    }

    OptionalLong passwordRevision(AccountId id) {
        return get("account-password-revision", AccountSql.PASSWORD_REVISION).addParam("id", id.value())
                .execute()
                .stream()
                .mapToLong(row -> Columns.number(row, "password_revision"))
                .findFirst();
    }

    private DbStatementGet get(String name, String sql) {
        return database.execute().createNamedGet(name, sql);
    }

    /** The statement was a transaction of its own, so a rival's address undoes it and nothing is left to clean up. */
    private static Optional<Account> unlessTaken(DbStatementGet statement) {
        try {
            return statement.execute().map(AccountRows::account);
        } catch (DbClientException e) {
            if (Trouble.vendors(e).filter(Trouble::isAddressTaken).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** To the microsecond, as accounts have it: the driver would round. */
    private static OffsetDateTime exact(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.stream().boxed().findFirst();
    }
}
