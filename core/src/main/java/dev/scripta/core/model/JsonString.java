package dev.scripta.core.model;

/**
 * A JSON string.
 *
 * @param value the text, without NUL and lone surrogates
 */
public record JsonString(String value) implements JsonValue {

    /** Checks that every store can keep the text. */
    public JsonString {
        Text.storable("a JSON string", value);
    }

    /** Prints the size only: it may hold patient data. */
    @Override
    public String toString() {
        return "JsonString[" + value.length() + " characters]";
    }
}
