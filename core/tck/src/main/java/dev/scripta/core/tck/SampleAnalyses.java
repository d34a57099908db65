package dev.scripta.core.tck;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Analyses that get changed on the way where something is wrong. */
final class SampleAnalyses {

    private static final List<String> NUMBERS = List.of("0", "0.0", "-1", "1.10", "100", "1E+2", "0E-7", "1.5E-300",
            "1.7976931348623157E+308", "1234567890123456789012345", "-9007199254740993",
            "0.1234567890123456789012345678901234567890");

    private static final List<String> NAMES = List.of("b", "a", "A", "", " ", "a ", "\u00e9", "e\u0301", "10", "9",
            "__proto__", "a.b", "$ref", "\ufb01", "fi");

    private SampleAnalyses() {}

    /** Each kind of value, and names out of order that differ little. */
    static JsonObject everyForm() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        NAMES.forEach(name -> members.put(name, new JsonString(name)));
        members.put("numbers", new JsonArray(
                NUMBERS.stream().<JsonValue>map(number -> new JsonNumber(new BigDecimal(number))).toList()));
        members.put("nothing", JsonNull.NULL);
        members.put("empty object", JsonObject.EMPTY);
        members.put("empty array", new JsonArray(List.of()));
        members.put("nested", new JsonArray(List.of(JsonNull.NULL, JsonBoolean.TRUE, JsonBoolean.FALSE,
                new JsonObject(Map.of("", JsonNull.NULL)), new JsonArray(List.of(new JsonArray(List.of()))))));
        return new JsonObject(members);
    }
}
