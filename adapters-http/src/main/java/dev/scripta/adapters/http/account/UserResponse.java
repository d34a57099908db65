package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.WireTime;
import dev.scripta.core.model.Account;
import dev.scripta.core.model.Profile;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An account as its user sees it.
 *
 * @param name as told
 * @param email what they sign in with
 * @param medicalId null when none was told
 * @param nationalId likewise
 * @param age likewise; in years
 * @param id the account's number
 * @param pictureUrl null, except for accounts of an older system
 * @param pictureData a {@code data:} URL; null without a picture
 * @param createdAt UTC without a zone
 * @param updatedAt likewise
 */
@JsonbPropertyOrder({"name", "email", "medicalId", "nationalId", "age", "id", "pictureUrl", "pictureData", "createdAt",
        "updatedAt"})
public record UserResponse(String name, String email,
        @JsonbNillable @JsonbProperty("medical_id") Optional<String> medicalId,
        @JsonbNillable @JsonbProperty("national_id") Optional<String> nationalId,
        @JsonbNillable OptionalInt age, long id,
        @JsonbNillable @JsonbProperty("profile_pic_url") Optional<String> pictureUrl,
        @JsonbNillable @JsonbProperty("profile_pic_data") Optional<String> pictureData,
        @JsonbProperty("created_at") String createdAt, @JsonbProperty("updated_at") String updatedAt) {

    static UserResponse of(Account account) {
        Profile profile = account.profile();
        return new UserResponse(profile.name(), profile.email().value(), profile.medicalId(), profile.nationalId(),
                profile.age(), account.id().value(), account.picture().url(), account.picture().data(),
                WireTime.of(account.createdAt()), WireTime.of(account.updatedAt()));
    }

    /** Prints the number only. */
    @Override
    public String toString() {
        return "UserResponse[" + id + "]";
    }
}
