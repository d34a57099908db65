package dev.scripta.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A stretch of the transcript with its place in the recording.
 *
 * @param start from the beginning of the recording, not negative
 * @param end not before {@code start}
 * @param text what was said; line ends are LF
 * @param words its words in the order of their start; empty where the engine gives none
 */
public record Segment(Duration start, Duration end, String text, List<Word> words) {

    /** A segment without its words. */
    public Segment(Duration start, Duration end, String text) {
        this(start, end, text, List.of());
    }

    /** Checks times and text. */
    public Segment {
        Objects.requireNonNull(start, "start");
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a segment starts at 0 or later and does not end before it starts");
        }
        text = Text.withLineFeeds(Text.storable("segment text", text));
        words = List.copyOf(words);
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).start().compareTo(words.get(i - 1).start()) < 0) {
                throw new IllegalArgumentException("words must be in the order of their start");
            }
        }
    }

    /** Prints times only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Segment[" + start + ".." + end + "]";
    }
}
