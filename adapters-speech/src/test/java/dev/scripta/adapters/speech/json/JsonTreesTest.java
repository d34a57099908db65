package dev.scripta.adapters.speech.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scripta.core.model.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTreesTest {

    private static final String ALL = """
            {"z":[1,1.10,-0.10,12345678901234567890123,1E+2,"\u00e9\\"",true,false,null,{}],"a":{}}""";

    @Test
    void values_go_and_come_back_as_they_were() {
        JsonValue value = JsonTrees.value(JsonTrees.parse(ALL));
        assertEquals(ALL, value.toJson());
        assertEquals(ALL, JsonTrees.value(JsonTrees.node(value)).toJson());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "\"\\u0000\"", "\"\\ud800\"", "{\"\\u0000\":1}"})
    void what_stores_cannot_keep_is_refused(String json) {
        JsonNode node = JsonTrees.parse(json);
        assertThrows(IllegalArgumentException.class, () -> JsonTrees.value(node));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "{\"a\":1,\"a\":1}", "[1] 2", "NaN", "[1,]"})
    void what_is_no_json_is_refused_without_its_words(String json) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> JsonTrees.parse(json));
        assertFalse(refusal.toString().contains("secret"));
        assertEquals(null, refusal.getCause());
    }

    @Test
    void only_objects_are_objects() {
        assertThrows(IllegalArgumentException.class, () -> JsonTrees.object(JsonTrees.parse("[]")));
    }
}
