package dev.scripta.adapters.http;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Word;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * One timed part.
 *
 * @param start seconds from the beginning
 * @param end seconds from the beginning
 * @param text what was said
 * @param words each with its times; left out where the engine gave none
 */
@JsonbPropertyOrder({"start", "end", "text", "words"})
public record SegmentMember(double start, double end, String text, Optional<List<WordMember>> words) {

    static SegmentMember of(Segment segment) {
        return new SegmentMember(Seconds.of(segment.start()), Seconds.of(segment.end()), segment.text(),
                Optional.of(segment.words().stream().map(WordMember::of).toList()).filter(words -> !words.isEmpty()));
    }

    /**
     * One word.
     *
     * @param start seconds from the beginning
     * @param end seconds from the beginning
     * @param text the word
     */
    @JsonbPropertyOrder({"start", "end", "text"})
    public record WordMember(double start, double end, String text) {

        private static WordMember of(Word word) {
            return new WordMember(Seconds.of(word.start()), Seconds.of(word.end()), word.text());
        }
    }
}
