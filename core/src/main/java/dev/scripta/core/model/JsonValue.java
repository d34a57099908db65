package dev.scripta.core.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A JSON value (RFC 8259), immutable and thread-safe. The core's own small tree, for it has no dependencies; adapters
 * translate from and to their JSON library.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /** The value as compact JSON text: member order and number form as given. */
    default String toJson() {
        return new JsonText(false).write(this);
    }

    /**
     * The value as canonical JSON text (RFC 8785): members sorted by UTF-16 code units, numbers as ECMAScript prints the
     * nearest IEEE 754 double. Numbers that differ only beyond a double's precision have the same canonical form, as they
     * have for any browser.
     */
    default String toCanonicalJson() {
        return new JsonText(true).write(this);
    }

    /** How deep arrays and objects nest: 0 for a scalar, 1 for an empty array or object. */
    default int depth() {
        // Level by level: recursion would overflow the stack before a hostile depth could be refused.
        int depth = 0;
        List<JsonValue> level = containers(Stream.of(this));
        while (!level.isEmpty()) {
            depth++;
            level = containers(level.stream().flatMap(JsonValue::children));
        }
        return depth;
    }

    private static List<JsonValue> containers(Stream<JsonValue> values) {
        return values.filter(value -> value instanceof JsonObject || value instanceof JsonArray).toList();
    }

    private Stream<JsonValue> children() {
        return this instanceof JsonObject object
                ? object.members().values().stream()
                : this instanceof JsonArray array ? array.elements().stream() : Stream.empty();
    }
}
