package dev.scripta.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON object.
 *
 * @param members by name, in the order given; two objects with the same members in another order are equal
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    /** Copies the members and checks their names. */
    public JsonObject {
        Map<String, JsonValue> copy = new LinkedHashMap<>(Objects.requireNonNull(members, "members"));
        copy.keySet().forEach(name -> Text.storable("a member name", name));
        if (copy.containsValue(null)) {
            throw new NullPointerException("members");
        }
        members = Collections.unmodifiableMap(copy);
    }

    /** An object with one text member, the commonest case of an embedder. */
    public static JsonObject of(String name, String text) {
        return new JsonObject(Map.of(name, new JsonString(text)));
    }

    /** The member of that name, if there is one. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Prints the size only: it may hold patient data. */
    @Override
    public String toString() {
        return "JsonObject[" + members.size() + " members]";
    }
}
