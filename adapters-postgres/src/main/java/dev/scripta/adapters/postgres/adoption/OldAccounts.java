package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The table {@code paramedics}. An address that somebody has here is never taken from them, nor trusted to be the same person's. */
final class OldAccounts implements OldTable<OldAccount> {

    static final String SOURCE = "paramedics";

    private static final String PAGE = """
            SELECT p.id, p.name, p.email, p.medical_id, p.national_id, p.age, p.hashed_password, p.profile_pic_data,
                p.profile_pic_url, p.created_at, p.updated_at, n.fingerprint AS noted
            FROM paramedics p LEFT JOIN adoption n ON n.source = 'paramedics' AND n.id = p.id
            WHERE p.id > ? ORDER BY p.id LIMIT ?
            """;
    /** No row: somebody has the number or the address. */
    private static final String CREATE = """
            INSERT INTO account (id, email, name, medical_id, national_id, age, password_hash, password_revision,
                picture, picture_url, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String HAS_ID = "SELECT 1 FROM account WHERE id = ?";

    private final Notes notes;

    OldAccounts(Clock clock) {
        this.notes = new Notes(SOURCE, clock);
    }

    @Override
    public List<OldAccount> after(Connection connection, long id, int limit) throws SQLException {
        return Sql.query(connection, OldAccount::read, PAGE, id, limit);
    }

    @Override
    public Outcome adopt(Connection connection, OldAccount row, Repairs repairs) throws SQLException {
        if (row.noted().isPresent()) {
            return row.noted().get().equals(row.fingerprint()) ? Outcome.THERE_ALREADY : Outcome.CHANGED_SINCE;
        }
        Account account = row.account(repairs);
        if (!notes.add(connection, row.id(), row.fingerprint())) {
            return Outcome.THERE_ALREADY;
        }
        if (create(connection, account)) {
            return Outcome.ADOPTED;
        }
        notes.remove(connection, row.id());
        return Sql.exists(connection, HAS_ID, row.id()) ? Outcome.ID_TAKEN : Outcome.ADDRESS_TAKEN;
    }

    private static boolean create(Connection connection, Account account) throws SQLException {
        Profile profile = account.profile();
        Picture picture = account.picture();
        return Sql.update(connection, CREATE, account.id().value(), profile.email().value(), profile.name(),
                profile.medicalId(), profile.nationalId(),
                profile.age().isPresent() ? Optional.of(profile.age().getAsInt()) : Optional.empty(),
                account.password().value(), account.passwordRevision(), picture.data(), picture.url(),
                account.createdAt(), account.updatedAt()) == 1;
    }
}
