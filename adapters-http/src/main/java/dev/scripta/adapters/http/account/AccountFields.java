package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.JsonFields;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.Profile;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads what people tell of themselves; what is wrong is told for each field. One request's. */
final class AccountFields {

    private static final String EMAIL = "email";
    private static final String PASSWORD = "password";
    private static final int LEAST_AGE = 18;
    private static final int MOST_AGE = 100;
    private static final int MOST_NAME = 100;
    private static final int MOST_ID = 50;
    private static final int LEAST_PASSWORD = 8;

    private final JsonFields fields;

    AccountFields(JsonFields fields) {
        this.fields = fields;
    }

    /**
     * Somebody new.
     *
     * @param password to be hashed
     */
    record Newcomer(Profile profile, String password) {

        /** Prints nothing of it. */
        @Override
        public String toString() {
            return "Newcomer";
        }
    }

    /**
     * Somebody who says that they are known.
     *
     * @param password to be compared; of any length, for those who have an account need not be told the rule
     */
    record Credentials(EmailAddress email, String password) {

        /** Prints nothing of it. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** What shall be another; what is empty stays. */
    record Changes(Optional<String> name, Optional<EmailAddress> email, OptionalInt age, Optional<String> password) {

        /** Prints nothing of it. */
        @Override
        public String toString() {
            return "Changes";
        }
    }

    Newcomer newcomer() {
        Optional<String> name = fields.text("name", AccountFields::name);
        Optional<EmailAddress> email = fields.text(EMAIL, EmailInput::parse);
        Optional<String> medicalId = fields.optionalText("medical_id", upTo(MOST_ID, "medical_id"));
        Optional<String> nationalId = fields.optionalText("national_id", upTo(MOST_ID, "national_id"));
        OptionalInt age = age();
        Optional<String> password = fields.text(PASSWORD, AccountFields::password);
        fields.check();
        return new Newcomer(new Profile(name.orElseThrow(), email.orElseThrow(), medicalId, nationalId, age),
                password.orElseThrow());
    }

    Credentials credentials() {
        Optional<EmailAddress> email = fields.text(EMAIL, EmailInput::parse);
        Optional<String> password = fields.text(PASSWORD, any -> any);
        fields.check();
        return new Credentials(email.orElseThrow(), password.orElseThrow());
    }

    Changes changes() {
        Optional<String> name = fields.optionalText("name", AccountFields::name);
        Optional<EmailAddress> email = fields.optionalText(EMAIL, EmailInput::parse);
        OptionalInt age = age();
        Optional<String> password = fields.optionalText(PASSWORD, AccountFields::password);
        fields.check();
        return new Changes(name, email, age, password);
    }

    private OptionalInt age() {
        return fields.optionalWholeNumber("age", LEAST_AGE, MOST_AGE);
    }

    private static String name(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("name must not be empty");
        }
        return upTo(MOST_NAME, "name").apply(text);
    }

    private static String password(String text) {
        if (length(text) < LEAST_PASSWORD) {
            throw new IllegalArgumentException("password must have " + LEAST_PASSWORD + " characters or more");
        }
        return text;
    }

    private static Function<String, String> upTo(int most, String field) {
        return text -> {
            if (length(text) > most) {
                throw new IllegalArgumentException(field + " must not have more than " + most + " characters");
            }
            return text;
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
