package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scripta.adapters.speech.json.JsonTrees;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "properties":{"f":{"anyOf":[{"enum":["x"],"type":"string"},{"type":"null"}]}},"required":["f"],
                "additionalProperties":false}},
                "required":["a","b","c","d"],"additionalProperties":false}"""),
                StrictSchema.of(parsed(SCHEMA)).orElseThrow());
    }

    @Test
    void nulls_that_stand_for_absence_are_taken_out_and_others_stay() {
        JsonNode answer = parsed("""
                {"a":"abc","b":null,"c":null,"d":[{"f":null},{"f":"x"}],"z":null}""");
        assertEquals(parsed("""
                {"a":"abc","c":null,"d":[{},{"f":"x"}],"z":null}"""),
                StrictSchema.withoutStandIns(answer, parsed(SCHEMA)));
    }

    /** OpenAI refuses a schema with "must have a 'type' key" otherwise, and all answers would be asked for without one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"enum":["a","b"]}                 | {"enum":["a","b"],"type":"string"}
            {"enum":["a",null]}                | {"enum":["a",null],"type":["string","null"]}
            {"enum":[1,2.5,true]}              | {"enum":[1,2.5,true],"type":["integer","number","boolean"]}
            {"const":null}                     | {"const":null,"type":"null"}
            {"enum":["a"],"type":"string"}     | {"enum":["a"],"type":"string"}
            """)
    void lists_of_values_get_their_type(String given, String strict) {
        assertEquals(Optional.of(parsed(strict)), StrictSchema.of(parsed(given)));
    }

    /** What the template itself admits no null for is absent; the answer is checked by the template's own schema. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"enum":["x"]}                                                  | {"f":null}       | {}
            {"enum":["x",null]}                                             | {"f":null}       | {"f":null}
            {"type":"string","enum":["x",null]}                             | {"f":null}       | {}
            {"const":"x"}                                                   | {"f":null}       | {}
            {"anyOf":[{"type":"string"},{"type":"number"}]}                 | {"f":null}       | {}
            {"anyOf":[{"type":"string"},{"type":"null"}]}                   | {"f":null}       | {"f":null}
            {"anyOf":[{"$ref":"#/$defs/o"},{"type":"null"}]}                | {"f":{"g":null}} | {"f":{}}
            {"anyOf":[{"$ref":"#/$defs/p"},{"$ref":"#/$defs/o"}]}           | {"f":{"g":null}} | {"f":{}}
            {"oneOf":[{"type":"array","items":{"$ref":"#/$defs/o"}},{"type":"null"}]} | {"f":[{"g":null}]} | {"f":[{}]}
            {"anyOf":[{"$ref":"#"},{"type":"null"}]}                        | {"f":{"f":null,"h":null}} | {"f":{"f":null}}
            """)
    void nulls_are_taken_out_where_the_template_admits_none(String rule, String answer, String told) {
        JsonNode schema = parsed("""
                {"type":"object","properties":{"f":%s,"h":{"type":"string"}},
                "$defs":{"o":{"type":"object","properties":{"g":{"type":"string"}}},
                "p":{"type":"object","properties":{"q":{"type":"string"}}}}}""".formatted(rule));
        assertEquals(parsed(told), StrictSchema.withoutStandIns(parsed(answer), schema));
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
        assertTrue(strict.findValues("properties")
                .stream()
                .flatMap(JsonNode::valueStream)
                .allMatch(rule -> rule.has("type") || rule.has("anyOf")), strict::toPrettyString);
    }

    private static JsonNode parsed(String json) {
        return JsonTrees.parse(json);
    }
}
