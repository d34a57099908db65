package dev.scripta.core.model;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What shall become of an account; what is empty stays.
 *
 * @param name 1 to 100 characters
 * @param email another address to sign in with
 * @param age in years
 * @param password that of another password: what was granted under the old one becomes void
 * @param picture another picture, or {@link Picture#NONE} to have none
 */
public record AccountChange(Optional<String> name, Optional<EmailAddress> email, OptionalInt age,
        Optional<PasswordHash> password, Optional<Picture> picture) {

    /** Changes nothing. */
    public static final AccountChange NONE = new AccountChange(Optional.empty(), Optional.empty(), OptionalInt.empty(),
            Optional.empty(), Optional.empty());

    /** Checks the parts. */
    public AccountChange {
        Objects.requireNonNull(name, "name").ifPresent(Profile::name);
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(picture, "picture");
    }

    /** This picture and nothing else. */
    public static AccountChange of(Picture picture) {
        return new AccountChange(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(),
                Optional.of(picture));
    }

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "AccountChange";
    }
}
