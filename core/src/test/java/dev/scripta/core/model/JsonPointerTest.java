package dev.scripta.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonPointerTest {

    /** The document of RFC 6901, section 5. */
    private static final JsonObject DOCUMENT = document();

    @Test
    void the_examples_of_the_standard_resolve() {
        assertEquals(new JsonString("bar"), found("/foo/0"));
        List<String> pointers = List.of("/", "/a~1b", "/c%d", "/e^f", "/g|h", "/i\\j", "/k\"l", "/ ", "/m~0n", "/m~01");
        for (int i = 0; i < pointers.size(); i++) {
            assertEquals(JsonNumber.of(i), found(pointers.get(i)), pointers.get(i));
        }
    }

    @Test
    void the_empty_pointer_names_the_document() {
        assertEquals(Optional.of(DOCUMENT), new JsonPointer("").in(DOCUMENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/99999999999",
            "/foo/bar",
            "/foo/0/x", "/m~0n/0", "//"})
    void what_is_not_there_is_empty(String pointer) {
        assertEquals(Optional.empty(), new JsonPointer(pointer).in(DOCUMENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", " /foo", "#/foo", "/a~2b", "/a~", "~0"})
    void bad_syntax_is_refused(String pointer) {
        assertThrows(IllegalArgumentException.class, () -> new JsonPointer(pointer));
    }

    @Test
    @SuppressWarnings("NullAway") // null is what this test is about
    void null_is_refused() {
        assertThrows(NullPointerException.class, () -> new JsonPointer(null));
        assertThrows(NullPointerException.class, () -> new JsonPointer("").in(null));
    }

    @Test
    void null_that_is_there_is_found() {
        JsonObject object = new JsonObject(Map.of("a", JsonNull.NULL));
        assertEquals(Optional.of(JsonNull.NULL), new JsonPointer("/a").in(object));
    }

    private static JsonValue found(String pointer) {
        return new JsonPointer(pointer).in(DOCUMENT).orElseThrow();
    }

    private static JsonObject document() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("foo", new JsonArray(List.of(new JsonString("bar"), new JsonString("baz"))));
        List<String> names = List.of("", "a/b", "c%d", "e^f", "g|h", "i\\j", "k\"l", " ", "m~n", "m~1");
        for (int i = 0; i < names.size(); i++) {
            members.put(names.get(i), JsonNumber.of(i));
        }
        return new JsonObject(members);
    }
}
