package dev.scripta.adapters.postgres.json;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Segments as compact JSON: {@code [[start, end, "text"], ...]}, times in seconds with up to nine decimals; a fourth
 * element holds the words, written alike, where there are any.
 */
public final class SegmentsJson {

    private static final int WORDS = 3;

    private SegmentsJson() {}

    /** The JSON for these segments. */
    public static JsonArray of(List<Segment> segments) {
        return new JsonArray(segments.stream().map(SegmentsJson::json).toList());
    }

    private static JsonValue json(Segment segment) {
        List<JsonValue> parts = new ArrayList<>(timed(segment.start(), segment.end(), segment.text()));
        if (!segment.words().isEmpty()) {
            parts.add(new JsonArray(segment.words()
                    .stream()
                    .<JsonValue>map(word -> new JsonArray(timed(word.start(), word.end(), word.text())))
                    .toList()));
        }
        return new JsonArray(parts);
    }

    private static List<JsonValue> timed(Duration start, Duration end, String text) {
        return List.of(Times.seconds(start), Times.seconds(end), new JsonString(text));
    }

    /** The segments in JSON that {@link #of} made. */
    public static List<Segment> segments(JsonValue json) {
        return elements(json).stream().map(element -> segment(elements(element))).toList();
    }

    private static Segment segment(List<JsonValue> parts) {
        List<Word> words = parts.size() <= WORDS
                ? List.of()
                : elements(parts.get(WORDS)).stream().map(word -> word(elements(word))).toList();
        return new Segment(Times.duration(parts.get(0)), Times.duration(parts.get(1)), text(parts), words);
    }

    private static Word word(List<JsonValue> parts) {
        return new Word(Times.duration(parts.get(0)), Times.duration(parts.get(1)), text(parts));
    }

    private static String text(List<JsonValue> parts) {
        return ((JsonString) parts.get(2)).value();
    }

    private static List<JsonValue> elements(JsonValue array) {
        return ((JsonArray) array).elements();
    }
}
