package dev.scripta.adapters.http;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads JSON text into the core's tree, one object and nothing behind it. Thread-safe. */
final class JsonInput {

    /** Kept, because finding the provider costs more than reading a small text. */
    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());

    /**
     * The object in this text; empty when it is not JSON or not an object.
     *
     * @throws IllegalArgumentException when it is one that the model does not admit
     */
    Optional<JsonObject> object(String text) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            JsonValue value = value(parser, parser.next(), 0);
            boolean complete = !parser.hasNext();
            return complete && value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonException | NoSuchElementException notJson) {
            return Optional.empty();
        }
    }

    /** Stops at the depth an analysis may have: parsers fail in their own ways at theirs. */
    private static JsonValue value(JsonParser parser, Event event, int depth) {
        if (depth > Analysis.MAX_DEPTH) {
            throw new IllegalArgumentException("analysis must not nest deeper than " + Analysis.MAX_DEPTH);
        }
        return switch (event) {
            case START_OBJECT -> members(parser, depth + 1);
            case START_ARRAY -> elements(parser, depth + 1);
            case VALUE_STRING -> new JsonString(parser.getString());
            case VALUE_NUMBER -> new JsonNumber(parser.getBigDecimal());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new JsonException("no value");
        };
    }

    /** Of a repeated name, the last value counts. */
    private static JsonObject members(JsonParser parser, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            members.put(name, value(parser, parser.next(), depth));
        }
        return new JsonObject(members);
    }

    private static JsonArray elements(JsonParser parser, int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            elements.add(value(parser, event, depth));
        }
        return new JsonArray(elements);
    }
}
