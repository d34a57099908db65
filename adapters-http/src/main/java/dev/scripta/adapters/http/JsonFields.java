package dev.scripta.adapters.http;

import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Reads the members of a JSON body one by one; what is wrong is told by {@link #check()}, all at once. No value is repeated
 * in what is told: it may be a password. One request's.
 */
public final class JsonFields {

    /** Reading digits takes time that grows with their square. */
    private static final int LONGEST_NUMBER = 30;

    private final JsonObject body;
    private final FieldErrors errors = new FieldErrors();

    /** The members of this body. */
    public JsonFields(JsonObject body) {
        this.body = body;
    }

    /** The text as a value; empty, and noted as an error, when it is missing, no text, or no such value. */
    public <T> Optional<T> text(String name, Function<String, T> value) {
        if (!body.members().containsKey(name)) {
            errors.add(name, name + " is required");
            return Optional.empty();
        }
        return text(name, body.members().get(name), value);
    }

    /** As {@link #text}, but a member that is missing or null is simply empty. */
    public <T> Optional<T> optionalText(String name, Function<String, T> value) {
        return member(name).flatMap(member -> text(name, member, value));
    }

    /** The object; empty, and noted as an error, when it is missing or none. */
    public Optional<JsonObject> object(String name) {
        if (!body.members().containsKey(name)) {
            errors.add(name, name + " is required");
        } else if (body.members().get(name) instanceof JsonObject object) {
            return Optional.of(object);
        } else {
            errors.add(name, name + " must be an object");
        }
        return Optional.empty();
    }

    /** The whole number, also one written as text or as 5.0; empty when it is missing or null, or, noted, when it is none. */
    public OptionalInt optionalWholeNumber(String name, int least, int most) {
        Optional<Integer> number = member(name).flatMap(member -> errors.value(name, switch (member) {
            case JsonNumber json -> json.value().toString();
            case JsonString json -> json.value().strip();
            default -> "";
        }, text -> wholeNumber(name, text, least, most)));
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** Throws what is answered with 422 if anything was wrong. */
    public void check() {
        errors.check();
    }

    private Optional<JsonValue> member(String name) {
        return Optional.ofNullable(body.members().get(name)).filter(member -> member != JsonNull.NULL);
    }

    private <T> Optional<T> text(String name, JsonValue member, Function<String, T> value) {
        if (member instanceof JsonString text) {
            return errors.value(name, text.value(), value);
        }
        errors.add(name, name + " must be text");
        return Optional.empty();
    }

    private static int wholeNumber(String name, String text, int least, int most) {
        IllegalArgumentException refused = new IllegalArgumentException(
                name + " must be a whole number from " + least + " to " + most);
        if (text.length() > LONGEST_NUMBER) {
            throw refused;
        }
        try {
            // Compared before it is converted: 1e999999999 must not be written out.
            BigDecimal number = new BigDecimal(text);
            if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw refused;
            }
            return number.intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw refused;
        }
    }
}
