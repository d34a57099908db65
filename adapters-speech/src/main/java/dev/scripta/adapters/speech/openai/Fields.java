package dev.scripta.adapters.speech.openai;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON object read without much faith: what is missing, null or of another kind is not there; numbers may be strings,
 * and strings numbers.
 */
record Fields(JsonObject object) {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** The object or array that a text is, if it is one. */
    static Optional<JsonStructure> structure(String text) {
        if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[")) {
            return Optional.empty();
        }
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return Optional.of(reader.read());
        } catch (RuntimeException e) {
            // Too deep a nesting is no JsonException.
            return Optional.empty();
        }
    }

    /** The object that a text is, if it is one. */
    static Optional<Fields> of(String text) {
        return structure(text).flatMap(Fields::of);
    }

    static Optional<Fields> of(JsonValue value) {
        return value instanceof JsonObject object ? Optional.of(new Fields(object)) : Optional.empty();
    }

    Optional<JsonValue> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
    }

    Optional<String> text(String name) {
        return value(name).flatMap(Fields::text);
    }

    static Optional<String> text(JsonValue value) {
        return switch (value) {
            case JsonString string -> Optional.of(string.getString());
            case JsonNumber number -> Optional.of(number.toString());
            default -> Optional.empty();
        };
    }

    /** A finite number. */
    Optional<Double> number(String name) {
        try {
            return text(name).map(String::strip).map(Double::valueOf).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Optional<Fields> fields(String name) {
        return value(name).flatMap(Fields::of);
    }

    /** The objects of an array. */
    List<Fields> list(String name) {
        return value(name).filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .stream()
                .flatMap(JsonArray::stream)
                .flatMap(Fields::stream)
                .toList();
    }

    private static Stream<Fields> stream(JsonValue value) {
        return of(value).stream();
    }

    /** Prints no words. */
    @Override
    public String toString() {
        return "Fields[" + object.size() + "]";
    }
}
