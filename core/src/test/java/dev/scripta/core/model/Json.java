package dev.scripta.core.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Builds trees for tests as short as their JSON text. */
final class Json {

    private Json() {}

    /** An object of names and values by turns. */
    static JsonObject object(Object... namesAndValues) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return new JsonObject(members);
    }

    static JsonArray array(Object... elements) {
        return new JsonArray(Stream.of(elements).map(Json::value).toList());
    }

    static JsonNumber number(String form) {
        return new JsonNumber(new BigDecimal(form));
    }

    static JsonNumber number(double value) {
        return new JsonNumber(new BigDecimal(value));
    }

    private static JsonValue value(Object value) {
        if (value instanceof JsonValue tree) {
            return tree;
        }
        return value instanceof Boolean literal ? JsonBoolean.of(literal) : new JsonString((String) value);
    }
}
