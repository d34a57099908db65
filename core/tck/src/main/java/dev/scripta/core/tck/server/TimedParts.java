package dev.scripta.core.tck.server;

import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Word;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/** Segments and words in JSON. */
final class TimedParts {

    private TimedParts() {}

    /** Segments whose texts begin with a space, as all descendants of Whisper write them. */
    static List<JsonObject> segments(Heard heard, BiFunction<Fields, Segment, Fields> rest) {
        return heard.transcript()
                .segments()
                .stream()
                .map(segment -> rest.apply(new Fields().with("text", " " + segment.text()), segment).object())
                .toList();
    }

    static List<JsonObject> words(List<Word> words) {
        return words.stream()
                .map(word -> new Fields().with("word", word.text())
                        .with("start", seconds(word.start()))
                        .with("end", seconds(word.end()))
                        .object())
                .toList();
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    static long nanoseconds(Duration time) {
        return time.toNanos();
    }
}
