package dev.scripta.core.model;

import java.time.Duration;
import java.util.Objects;

/**
 * A word with its place in the recording.
 *
 * @param start from the beginning of the recording, not negative
 * @param end not before {@code start}
 * @param text the word
 */
public record Word(Duration start, Duration end, String text) {

    /** Checks times and text. */
    public Word {
        Objects.requireNonNull(start, "start");
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a word starts at 0 or later and does not end before it starts");
        }
        text = Text.withLineFeeds(Text.storable("word", text));
    }

    /** Prints times only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Word[" + start + ".." + end + "]";
    }
}
