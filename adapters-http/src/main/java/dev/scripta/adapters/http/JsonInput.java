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
            JsonValue value = new Reading(parser).value(parser.next(), 0);
            boolean complete = !parser.hasNext();
            return complete && value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonException | NoSuchElementException notJson) {
            return Optional.empty();
        }
    }

    /** The reading of one text. Not thread-safe. */
    private static final class Reading {

        /** Far beyond any template; each value costs many times its text in memory. */
        private static final int MAX_VALUES = 100_000;

        private final JsonParser parser;
        private int values;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        /** Stops at the depth an analysis may have: parsers fail in their own ways at theirs. */
        JsonValue value(Event event, int depth) {
            if (depth > Analysis.MAX_DEPTH) {
                throw new IllegalArgumentException("analysis must not nest deeper than " + Analysis.MAX_DEPTH);
            }
            if (++values > MAX_VALUES) {
                throw new IllegalArgumentException("analysis must not hold more than " + MAX_VALUES + " values");
            }
            return switch (event) {
                case START_OBJECT -> members(depth + 1);
                case START_ARRAY -> elements(depth + 1);
                case VALUE_STRING -> new JsonString(parser.getString());
                case VALUE_NUMBER -> number();
                case VALUE_TRUE -> JsonBoolean.TRUE;
                case VALUE_FALSE -> JsonBoolean.FALSE;
                case VALUE_NULL -> JsonNull.NULL;
                case KEY_NAME, END_OBJECT, END_ARRAY -> throw new JsonException("no value");
            };
        }

        /** The parser has limits of its own for numbers, against texts that take long to read. */
        private JsonNumber number() {
            try {
                return new JsonNumber(parser.getBigDecimal());
            } catch (UnsupportedOperationException | NumberFormatException e) {
                throw new IllegalArgumentException("a JSON number must be within the range of a double and not be"
                        + " longer than 1,100 characters", e);
            }
        }

        /** Of a repeated name, the last value counts. */
        private JsonObject members(int depth) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            while (parser.next() == Event.KEY_NAME) {
                String name = parser.getString();
                members.put(name, value(parser.next(), depth));
            }
            return new JsonObject(members);
        }

        private JsonArray elements(int depth) {
            List<JsonValue> elements = new ArrayList<>();
            for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
                elements.add(value(event, depth));
            }
            return new JsonArray(elements);
        }
    }
}
