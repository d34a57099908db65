package dev.scripta.adapters.speech.llm;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that a merged result has lost no list on the way. A model may join what is the same, but a list that became
 * shorter than one of those it was made of has lost something: it is replaced by all of their items.
 */
final class KeptItems {

    private KeptItems() {}

    /**
     * The merged result with the lists that were lost.
     *
     * @param parts what it was made of, in order
     */
    static JsonObject of(List<JsonObject> parts, JsonObject merged) {
        Map<String, JsonValue> members = new LinkedHashMap<>(merged.members());
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> names.addAll(part.members().keySet()));
        for (String name : names) {
            List<JsonValue> values = parts.stream().flatMap(part -> part.get(name).stream()).toList();
            List<JsonArray> lists = all(values, JsonArray.class);
            List<JsonObject> groups = all(values, JsonObject.class);
            Optional<JsonValue> now = merged.get(name);
            if (now.isPresent() && now.get() instanceof JsonObject group && !groups.isEmpty()) {
                members.put(name, of(groups, group));
            } else if (longest(lists) > now.map(KeptItems::length).orElse(0)) {
                members.put(name, union(lists));
            }
        }
        return new JsonObject(members);
    }

    private static <T> List<T> all(List<JsonValue> values, Class<T> kind) {
        return values.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static int longest(List<JsonArray> lists) {
        return lists.stream().mapToInt(KeptItems::length).max().orElse(0);
    }

    /** Of what is no list: none. */
    private static int length(JsonValue value) {
        return value instanceof JsonArray list ? list.elements().size() : 0;
    }

    private static JsonArray union(List<JsonArray> lists) {
        Set<JsonValue> items = new LinkedHashSet<>();
        lists.forEach(list -> items.addAll(list.elements()));
        return new JsonArray(List.copyOf(items));
    }
}
