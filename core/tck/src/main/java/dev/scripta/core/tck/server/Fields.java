package dev.scripta.core.tck.server;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object in the making. */
final class Fields {

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    Fields with(String name, JsonValue value) {
        members.put(name, value);
        return this;
    }

    Fields with(String name, String value) {
        return with(name, new JsonString(value));
    }

    Fields with(String name, long value) {
        return with(name, JsonNumber.of(value));
    }

    Fields with(String name, double value) {
        return with(name, new JsonNumber(BigDecimal.valueOf(value)));
    }

    Fields with(String name, List<JsonObject> values) {
        return with(name, new JsonArray(List.copyOf(values)));
    }

    Fields with(String name, Fields value) {
        return with(name, value.object());
    }

    Fields withNull(String name) {
        return with(name, JsonNull.NULL);
    }

    JsonObject object() {
        return new JsonObject(members);
    }

    String json() {
        return object().toJson();
    }
}
