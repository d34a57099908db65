package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":{\"b\":1.10}}", "  {\"a\":{\"b\":1.10}}\n", "\ufeff{\"a\":{\"b\":1.10}}",
            "```json\n{\"a\":{\"b\":1.10}}\n```", "```\n{\"a\":{\"b\":1.10}}```",
            "Sure! Here is the analysis:\n\n{\"a\":{\"b\":1.10}}\n\nAnything else?",
            "<think>An object {like this}?\nYes.</think>\n{\"a\":{\"b\":1.10}}"})
    void the_object_is_found_among_what_stands_around_it(String text) {
        assertEquals(Optional.of("{\"a\":{\"b\":1.10}}"), AnswerText.object(text).map(JsonNode::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "null", "[]", "{\"a\":1", "}{", "{\"a\":1,\"a\":2}", "{\"a\":NaN}",
            "{\"a\":Infinity}", "{'a':1}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":1} {\"b\":2}", "{// no\n\"a\":1}"})
    void what_is_no_strict_object_is_none(String text) {
        assertEquals(Optional.empty(), AnswerText.object(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000})
    void objects_nested_too_deep_are_none(int depth) {
        assertEquals(Optional.empty(), AnswerText.object("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
    }
}
