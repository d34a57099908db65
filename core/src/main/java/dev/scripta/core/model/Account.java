package dev.scripta.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Somebody who can sign in.
 *
 * @param id the store's number for the account
 * @param profile what the user told
 * @param password what is kept of the password
 * @param passwordRevision 1 when created, one more for each change of the password: what was granted under an older one
 *            is void
 * @param picture the user's picture
 * @param createdAt to the microsecond
 * @param updatedAt when anything of it last changed, to the microsecond
 */
public record Account(AccountId id, Profile profile, PasswordHash password, long passwordRevision, Picture picture,
        Instant createdAt, Instant updatedAt) {

    /** Checks the parts and cuts times to the microsecond, the finest that every store keeps. */
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(picture, "picture");
        if (passwordRevision < 1) {
            throw new IllegalArgumentException("password revision must be 1 or more");
        }
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Prints the number only. */
    @Override
    public String toString() {
        return "Account[" + id.value() + "]";
    }
}
