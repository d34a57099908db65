package dev.scripta.adapters.speech.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scripta.adapters.speech.json.JsonTrees;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the JSON object in what a model wrote: alone, in a code fence, after its thoughts, or among friendly words. */
final class AnswerText {

    private static final Pattern THOUGHTS = Pattern.compile("\\A\\s*<think>.*?</think>", Pattern.DOTALL);

    private AnswerText() {}

    /** The outermost object; empty when there is none, or it is no strict JSON. */
    static Optional<JsonNode> object(String text) {
        String answer = THOUGHTS.matcher(text).replaceFirst("");
        int start = answer.indexOf('{');
        int end = answer.lastIndexOf('}');
        if (start < 0 || end < start) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonTrees.parse(answer.substring(start, end + 1))).filter(JsonNode::isObject);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
