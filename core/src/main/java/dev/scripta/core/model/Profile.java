package dev.scripta.core.model;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user told of themselves.
 *
 * @param name 1 to 100 characters (code points)
 * @param email what they sign in with
 * @param medicalId a number that their profession gave them, up to 50 characters; need not be theirs alone
 * @param nationalId likewise, of their country
 * @param age in years; which ages make sense is for those to say who ask for it
 */
public record Profile(String name, EmailAddress email, Optional<String> medicalId, Optional<String> nationalId,
        OptionalInt age) {

    private static final int MAX_NAME = 100;
    private static final int MAX_ID = 50;

    /** Checks the parts. */
    public Profile {
        name(name);
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(medicalId, "medicalId").ifPresent(id -> id("medical_id", id));
        Objects.requireNonNull(nationalId, "nationalId").ifPresent(id -> id("national_id", id));
        Objects.requireNonNull(age, "age");
    }

    /** Checks a name on its own. */
    static String name(String name) {
        return upTo(MAX_NAME, 1, "name", name);
    }

    private static void id(String field, String id) {
        upTo(MAX_ID, 0, field, id);
    }

    private static String upTo(int most, int least, String field, String text) {
        Text.storable(field, text);
        int length = text.codePointCount(0, text.length());
        if (length < least || length > most) {
            throw new IllegalArgumentException(field + " must have " + least + " to " + most + " characters");
        }
        return text;
    }

    /** Prints nothing of it: who somebody is stays out of logs. */
    @Override
    public String toString() {
        return "Profile";
    }
}
