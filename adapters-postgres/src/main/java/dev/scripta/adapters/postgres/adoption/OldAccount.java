package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import dev.scripta.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A row of {@code paramedics}, and the fingerprint noted when it was taken over. */
record OldAccount(long id, String name, String email, Optional<String> medicalId, Optional<String> nationalId,
        Optional<Integer> age, String password, Optional<String> pictureData, Optional<String> pictureUrl,
        Optional<LocalDateTime> createdAt, Optional<LocalDateTime> updatedAt, Optional<Sha256> noted)
        implements
            OldRow {

    /** No password has this hash: it has neither the form of the older system's hashes nor that of ours. */
    static final String LOCKED = "!";

    static OldAccount read(ResultSet row) throws SQLException {
        return new OldAccount(row.getLong("id"), row.getString("name"), row.getString("email"),
                Sql.text(row, "medical_id"), Sql.text(row, "national_id"),
                Optional.ofNullable(row.getObject("age", Integer.class)), row.getString("hashed_password"),
                Sql.text(row, "profile_pic_data"), Sql.text(row, "profile_pic_url"),
                Optional.ofNullable(row.getObject("created_at", LocalDateTime.class)),
                Optional.ofNullable(row.getObject("updated_at", LocalDateTime.class)),
                Sql.digest(row, "noted"));
    }

    /** Of all that the older system may change. */
    Sha256 fingerprint() {
        List<JsonValue> parts = Stream
                .of(Optional.of(name), Optional.of(email), medicalId, nationalId, age, Optional.of(password),
                        pictureData,
                        pictureUrl, createdAt, updatedAt)
                .<JsonValue>map(part -> part.isPresent() ? new JsonString(part.get().toString()) : JsonNull.NULL)
                .toList();
        return Sha256.of(new JsonArray(parts).toCanonicalJson().getBytes(StandardCharsets.UTF_8));
    }

    /** The account it becomes. */
    Account account(Repairs repairs) {
        EmailAddress address = repairs.unlessRefused(() -> OldAddress.read(email), Repair.EMAIL,
                () -> new EmailAddress(standIn() + "@adopted.invalid"));
        PasswordHash hash = repairs.unlessRefused(() -> new PasswordHash(password), Repair.PASSWORD,
                () -> new PasswordHash(LOCKED));
        Instant created = OldTimes.instant(createdAt, repairs);
        return new Account(new AccountId(id),
                new Profile(name(repairs), address, medicalId, nationalId,
                        age.map(OptionalInt::of).orElse(OptionalInt.empty())),
                hash, 1, picture(), created,
                updatedAt.isPresent() ? OldTimes.instant(updatedAt, repairs) : created);
    }

    private String name(Repairs repairs) {
        if (name.isEmpty()) {
            repairs.note(Repair.NAME);
            return standIn();
        }
        return name;
    }

    /** An empty text is none: the older system writes one when a picture is taken away, and nothing could show it. */
    private Picture picture() {
        return new Picture(pictureData.filter(text -> !text.isEmpty()), pictureUrl.filter(text -> !text.isEmpty()));
    }

    private String standIn() {
        return "adopted-" + id;
    }

    /** Prints the number only. */
    @Override
    public String toString() {
        return "OldAccount[" + id + "]";
    }
}
