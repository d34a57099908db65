package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one text. One use, one thread. */
final class OldJsonReading {

    private final String source;
    private final JsonParser parser;
    private final Repairs repairs;

    OldJsonReading(String source, JsonParser parser, Repairs repairs) {
        this.source = source;
        this.parser = parser;
        this.repairs = repairs;
    }

    JsonObject object() {
        Event first = parser.next();
        if (first == Event.START_OBJECT) {
            return members(1);
        }
        repairs.note(Repair.NOT_AN_OBJECT);
        return new JsonObject(Map.of(OldJson.WRAPPED, value(first, 2)));
    }

    /**
     * The value that begins with this event.
     *
     * @param depth how deep it is if it is an array or object
     */
    private JsonValue value(Event event, int depth) {
        return switch (event) {
            case START_OBJECT -> depth > Analysis.MAX_DEPTH ? source() : members(depth);
            case START_ARRAY -> depth > Analysis.MAX_DEPTH ? source() : elements(depth);
            case VALUE_STRING -> new JsonString(repairs.storable(parser.getString()));
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            case KEY_NAME, END_ARRAY, END_OBJECT -> throw new IllegalArgumentException("no value begins here");
        };
    }

    private JsonValue number(String digits) {
        return repairs.unlessRefused(() -> new JsonNumber(new BigDecimal(digits)), Repair.NUMBERS,
                () -> new JsonString(digits));
    }

    private JsonArray elements(int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            elements.add(value(event, depth + 1));
        }
        return new JsonArray(elements);
    }

    private JsonObject members(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            members.put(name, value(parser.next(), depth + 1));
        }
        return new JsonObject(named(members));
    }

    /** Repaired names are made different from all others: no member is lost to another. */
    private Map<String, JsonValue> named(Map<String, JsonValue> members) {
        Set<String> taken = new HashSet<>(members.keySet());
        Map<String, JsonValue> named = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            String storable = repairs.storable(name);
            while (!storable.equals(name) && !taken.add(storable)) {
                storable += '\ufffd';
            }
            named.put(storable, value);
        });
        return named;
    }

    /** The text of the array or object that has just begun. */
    private JsonString source() {
        repairs.note(Repair.NESTING);
        int begin = offset() - 1;
        for (int open = 1; open > 0;) {
            Event event = parser.next();
            if (event == Event.START_ARRAY || event == Event.START_OBJECT) {
                open++;
            } else if (event == Event.END_ARRAY || event == Event.END_OBJECT) {
                open--;
            }
        }
        return new JsonString(source.substring(begin, offset()));
    }

    private int offset() {
        return (int) parser.getLocation().getStreamOffset();
    }
}
