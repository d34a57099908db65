package dev.scripta.core.model;

import java.util.List;
import java.util.Objects;

/**
 * A JSON array.
 *
 * @param elements in order
 */
public record JsonArray(List<JsonValue> elements) implements JsonValue {

    /** Copies the elements. */
    public JsonArray {
        elements = List.copyOf(Objects.requireNonNull(elements, "elements"));
    }

    /** Prints the size only: it may hold patient data. */
    @Override
    public String toString() {
        return "JsonArray[" + elements.size() + " elements]";
    }
}
