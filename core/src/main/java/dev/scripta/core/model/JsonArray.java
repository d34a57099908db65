package dev.scripta.core.model;

import java.util.List;

/**
 * A JSON array.
 *
 * @param elements in order
 */
public record JsonArray(List<JsonValue> elements) implements JsonValue {

    /** Copies the elements. */
    public JsonArray {
        elements = List.copyOf(elements);
    }

    @Override
    public int depth() {
        return 1 + elements.stream().mapToInt(JsonValue::depth).max().orElse(0);
    }

    /** Prints the size only: it may hold patient data. */
    @Override
    public String toString() {
        return "JsonArray[" + elements.size() + " elements]";
    }
}
