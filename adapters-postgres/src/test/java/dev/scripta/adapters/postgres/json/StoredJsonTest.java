package dev.scripta.adapters.postgres.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Segment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the model admits comes back from its text as it was. */
final class StoredJsonTest {

    private final JsonReading reading = new JsonReading();

    @Test
    void every_kind_of_value_comes_back_in_its_order() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("z", JsonNull.NULL);
        members.put("", JsonBoolean.TRUE);
        members.put("a", new JsonArray(List.of(JsonBoolean.FALSE, new JsonString("\u0001\"\\/\u2028\ud83d\udc4d"),
                JsonObject.EMPTY, new JsonArray(List.of()))));
        JsonObject object = new JsonObject(members);
        JsonObject back = (JsonObject) reading.read(object.toJson());
        assertEquals(object, back);
        assertEquals(List.of("z", "", "a"), List.copyOf(back.members().keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0E-7", "1.10", "-1", "1E+2", "2147483648", "9223372036854775808", "1.5E-400",
            "1.7976931348623157E+308", "1E-2147483647"})
    void numbers_keep_their_form(String number) {
        assertEquals(new BigDecimal(number), ((JsonNumber) reading.read(back(number))).value());
    }

    @Test
    void numbers_may_have_more_digits_than_the_parser_admits_by_default() {
        String number = "0." + "123456789".repeat(1_000);
        assertEquals(new BigDecimal(number), ((JsonNumber) reading.read(back(number))).value());
    }

    private static String back(String number) {
        return new JsonNumber(new BigDecimal(number)).toJson();
    }

    @Test
    void values_may_nest_as_deep_as_an_analysis_may() {
        JsonValue deep = JsonObject.EMPTY;
        for (int depth = 1; depth < Analysis.MAX_DEPTH; depth++) {
            deep = depth % 2 == 0 ? new JsonObject(Map.of("", deep)) : new JsonArray(List.of(deep));
        }
        assertEquals(Analysis.MAX_DEPTH, deep.depth());
        assertEquals(deep, reading.read(deep.toJson()));
    }

    @Test
    void segments_keep_every_nanosecond_a_duration_can_have() {
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
        List<Segment> segments = List.of(new Segment(Duration.ZERO, Duration.ofNanos(1), ""),
                new Segment(Duration.ofMillis(1_500), Duration.ofHours(30).plusNanos(1), "said\n"),
                new Segment(longest, longest, "\ud83d\udc4d"));
        JsonArray json = SegmentsJson.of(segments);
        assertEquals("[[0,1E-9,\"\"],[1.5,108000.000000001,\"said\\n\"],"
                + "[9223372036854775807.999999999,9223372036854775807.999999999,\"\ud83d\udc4d\"]]", json.toJson());
        assertEquals(segments, SegmentsJson.segments(reading.read(json.toJson())));
    }
}
