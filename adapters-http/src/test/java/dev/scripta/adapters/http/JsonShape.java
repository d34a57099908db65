package dev.scripta.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What JSON was recorded, with placeholders for what is another value each time: {@code $int}, {@code $text}, {@code $time},
 * {@code $jwt}, {@code $stamp} (local time in 14 digits). Members must be there in the recorded order; further ones may be.
 */
record JsonShape(JsonNode recorded) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PATTERNS = Map.of("$text", "(?s).+", "$time",
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?", "$stamp", "\\d{14}", "$jwt",
            "[\\w-]+\\.[\\w-]+\\.[\\w-]+", "$jpeg", "data:image/jpeg;base64,[A-Za-z0-9+/]+=*");

    static JsonShape of(String json) {
        return new JsonShape(parse(json));
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the text differs; empty if it does not. */
    List<String> misfits(String json) {
        List<String> misfits = new ArrayList<>();
        compare("", recorded, parse(json), misfits);
        return misfits;
    }

    private static void compare(String where, JsonNode expected, JsonNode actual, List<String> misfits) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(member -> compare(where + "/" + member.getKey(), member.getValue(),
                            actual.path(member.getKey()), misfits));
            List<String> names = new ArrayList<>(names(actual));
            names.retainAll(names(expected));
            if (!names.equals(names(expected)) && names.size() == expected.size()) {
                misfits.add(where + " has another order: " + names);
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(where + "/" + i, expected.get(i), actual.get(i), misfits);
            }
        } else if (!matches(expected, actual)) {
            misfits.add(where + " is " + (actual.isMissingNode() ? "missing" : actual) + ", not " + expected);
        }
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static boolean matches(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return switch (expected.asText()) {
            case "$int" -> actual.isIntegralNumber();
            case "$absent" -> actual.isMissingNode();
            case String placeholder when PATTERNS.containsKey(placeholder) -> actual.isTextual()
                    && actual.asText().matches(PATTERNS.get(placeholder));
            default -> expected.equals(actual);
        };
    }
}
