package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import io.helidon.dbclient.DbRow;

/** Makes accounts of rows. */
final class AccountRows {

    private AccountRows() {}

    static Account account(DbRow row) {
        return new Account(new AccountId(Columns.number(row, "id")), profile(row),
                new PasswordHash(Columns.text(row, "password_hash")), Columns.number(row, "password_revision"),
                new Picture(Columns.optionalText(row, "picture"), Columns.optionalText(row, "picture_url")),
                Columns.time(row, "created_at"), Columns.time(row, "updated_at"));
    }

    private static Profile profile(DbRow row) {
        return new Profile(Columns.text(row, "name"), new EmailAddress(Columns.text(row, "email")),
                Columns.optionalText(row, "medical_id"), Columns.optionalText(row, "national_id"),
                Columns.optionalInt(row, "age"));
    }
}
