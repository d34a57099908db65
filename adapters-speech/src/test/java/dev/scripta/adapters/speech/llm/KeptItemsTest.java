package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a model loses while it merges comes back. */
final class KeptItemsTest {

    private static JsonArray list(String... items) {
        return new JsonArray(Stream.of(items).<JsonValue>map(JsonString::new).toList());
    }

    private static JsonObject with(JsonValue value) {
        return new JsonObject(Map.of("items", value));
    }

    @Test
    void a_list_that_got_shorter_than_one_of_its_parts_is_all_of_their_items() {
        List<JsonObject> parts = List.of(with(list("a", "b", "c")), with(list("c", "d")));
        JsonObject all = with(list("a", "b", "c", "d"));
        assertEquals(all, KeptItems.of(parts, with(list("a", "d"))));
        assertEquals(all, KeptItems.of(parts, with(JsonNull.NULL)));
        assertEquals(all, KeptItems.of(parts, JsonObject.EMPTY));
    }

    @Test
    void what_a_model_joined_stays_joined() {
        List<JsonObject> parts = List.of(with(list("a", "b")), with(list("B", "c")));
        JsonObject joined = with(list("a", "b and B", "c"));
        assertEquals(joined, KeptItems.of(parts, joined));
    }

    @Test
    void lists_within_groups_are_kept_too() {
        List<JsonObject> parts = List.of(new JsonObject(Map.of("history", with(list("a", "b")))),
                new JsonObject(Map.of("history", JsonNull.NULL)), JsonObject.EMPTY);
        JsonObject merged = new JsonObject(Map.of("history", with(list("b"))));
        assertEquals(new JsonObject(Map.of("history", with(list("a", "b")))), KeptItems.of(parts, merged));
    }

    @Test
    void nothing_else_is_touched() {
        List<JsonObject> parts = List.of(JsonObject.of("title", "one"), JsonObject.of("title", "two"));
        assertEquals(JsonObject.of("title", "both"), KeptItems.of(parts, JsonObject.of("title", "both")));
    }
}
