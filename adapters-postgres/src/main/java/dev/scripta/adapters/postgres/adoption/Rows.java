package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Some rows of the older system.
 *
 * @param count how many
 * @param first the numbers of the first ones, at most {@link #SHOWN}
 */
public record Rows(long count, List<Long> first) {

    /** None. */
    static final Rows NONE = new Rows(0, List.of());

    /** How many numbers are shown. */
    private static final int SHOWN = 100;

    /** Copies the numbers. */
    public Rows {
        first = List.copyOf(first);
    }

    Rows and(long id) {
        return new Rows(count + 1, count < SHOWN ? Stream.concat(first.stream(), Stream.of(id)).toList() : first);
    }

    JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("count", JsonNumber.of(count));
        members.put("ids", new JsonArray(first.stream().<JsonValue>map(JsonNumber::of).toList()));
        return new JsonObject(members);
    }
}
