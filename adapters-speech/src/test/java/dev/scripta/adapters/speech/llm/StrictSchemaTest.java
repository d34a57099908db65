package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scripta.adapters.speech.json.JsonTrees;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictSchemaTest {

    private static final String SCHEMA = """
            {"type":"object","required":["a"],"properties":{"a":{"type":"string","minLength":3},
            "b":{"type":"string"},"c":{"type":["string","null"]},
            "d":{"type":"array","items":{"$ref":"#/$defs/e"}}},
            "$defs":{"e":{"type":"object","properties":{"f":{"enum":["x"]}}}}}""";

    @Test
    void objects_are_closed_and_what_may_be_absent_may_be_null() {
        assertEquals(parsed("""
                {"type":"object","properties":{"a":{"type":"string"},
                "b":{"anyOf":[{"type":"string"},{"type":"null"}]},"c":{"type":["string","null"]},
                "d":{"anyOf":[{"type":"array","items":{"$ref":"#/$defs/e"}},{"type":"null"}]}},
                "$defs":{"e":{"type":"object",
                "properties":{"f":{"anyOf":[{"enum":["x"]},{"type":"null"}]}},"required":["f"],
                "additionalProperties":false}},
                "required":["a","b","c","d"],"additionalProperties":false}"""),
                StrictSchema.of(parsed(SCHEMA)).orElseThrow());
    }

    @Test
    void nulls_that_stand_for_absence_are_taken_out_and_others_stay() {
        JsonNode answer = parsed("""
                {"a":"abc","b":null,"c":null,"d":[{"f":null},{"f":"x"}],"z":null}""");
        assertEquals(parsed("""
                {"a":"abc","c":null,"d":[{"f":null},{"f":"x"}],"z":null}"""),
                StrictSchema.withoutStandIns(answer, parsed(SCHEMA)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"object\"}",
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"object\"}}}",
            "{\"type\":\"object\",\"properties\":{\"a\":true}}"})
    void open_objects_cannot_be_said(String schema) {
        assertEquals(Optional.empty(), StrictSchema.of(parsed(schema)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "field-report"})
    void built_in_templates_can_be_said_with_all_members_required(String name) {
        JsonNode schema = JsonTrees.node(AnalysisTemplate.named(name).schema());
        JsonNode strict = StrictSchema.of(schema).orElseThrow();
        assertEquals(schema.get("required"), strict.get("required"));
        assertTrue(strict.findParents("properties")
                .stream()
                .allMatch(object -> object.get("additionalProperties").isBoolean()
                        && object.get("required").size() == object.get("properties").size()));
    }

    private static JsonNode parsed(String json) {
        return JsonTrees.parse(json);
    }
}
