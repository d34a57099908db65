package dev.scripta.adapters.postgres.json;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.parsson.api.JsonConfig;

/** Reads stored JSON text into the core's tree: member order and number form as written. Thread-safe. */
public final class JsonReading {

    /** The parser refuses numbers of more than 1,100 digits unless told: a guard for strangers' text, and this is ours. */
    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of(JsonConfig.MAX_BIGDECIMAL_LEN,
            Integer.MAX_VALUE));

    /**
     * The value of this text.
     *
     * @throws jakarta.json.JsonException when it is none
     */
    public JsonValue read(String json) {
        try (JsonReader reader = readers.createReader(new StringReader(json))) {
            return convert(reader.readValue());
        }
    }

    private static JsonValue convert(jakarta.json.JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> convert(value.asJsonObject());
            case ARRAY -> new JsonArray(value.asJsonArray().stream().map(JsonReading::convert).toList());
            case STRING -> new JsonString(((jakarta.json.JsonString) value).getString());
            case NUMBER -> new JsonNumber(((jakarta.json.JsonNumber) value).bigDecimalValue());
            case TRUE -> JsonBoolean.TRUE;
            case FALSE -> JsonBoolean.FALSE;
            case NULL -> JsonNull.NULL;
        };
    }

    private static JsonObject convert(jakarta.json.JsonObject object) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.forEach((name, value) -> members.put(name, convert(value)));
        return new JsonObject(members);
    }
}
