package dev.scripta.adapters.postgres.json;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Segment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Segments as compact JSON: {@code [[start, end, "text"], ...]}, times in seconds with up to nine decimals. */
public final class SegmentsJson {

    private static final int NANOS = 9;

    private SegmentsJson() {}

    /** The JSON for these segments. */
    public static JsonArray of(List<Segment> segments) {
        List<JsonValue> elements = segments.stream().map(SegmentsJson::json).toList();
        return new JsonArray(elements);
    }

    private static JsonValue json(Segment segment) {
        return new JsonArray(
                List.of(seconds(segment.start()), seconds(segment.end()), new JsonString(segment.text())));
    }

    /** The segments in JSON that {@link #of} made. */
    public static List<Segment> segments(JsonValue json) {
        return elements(json).stream().map(element -> segment(elements(element))).toList();
    }

    private static List<JsonValue> elements(JsonValue array) {
        return ((JsonArray) array).elements();
    }

    private static Segment segment(List<JsonValue> parts) {
        return new Segment(duration(parts.get(0)), duration(parts.get(1)), ((JsonString) parts.get(2)).value());
    }

    private static JsonNumber seconds(Duration time) {
        BigDecimal exact = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), NANOS));
        return new JsonNumber(new BigDecimal(exact.stripTrailingZeros().toPlainString()));
    }

    private static Duration duration(JsonValue seconds) {
        BigDecimal[] parts = ((JsonNumber) seconds).value().divideAndRemainder(BigDecimal.ONE);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].movePointRight(NANOS).longValueExact());
    }
}
