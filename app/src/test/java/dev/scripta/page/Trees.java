package dev.scripta.page;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON text as the core's values, so that tests can write what an engine makes of a conversation. */
final class Trees {

    private Trees() {}

    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return object(reader.readObject());
        }
    }

    private static JsonObject object(jakarta.json.JsonObject object) {
        Map<String, dev.scripta.core.model.JsonValue> members = new LinkedHashMap<>();
        object.forEach((name, value) -> members.put(name, value(value)));
        return new JsonObject(members);
    }

    private static dev.scripta.core.model.JsonValue value(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject());
            case ARRAY -> new JsonArray(value.asJsonArray().stream().map(Trees::value).toList());
            case STRING -> new JsonString(((jakarta.json.JsonString) value).getString());
            case NUMBER -> new JsonNumber(((jakarta.json.JsonNumber) value).bigDecimalValue());
            case TRUE -> JsonBoolean.TRUE;
            case FALSE -> JsonBoolean.FALSE;
            case NULL -> JsonNull.NULL;
        };
    }
}
