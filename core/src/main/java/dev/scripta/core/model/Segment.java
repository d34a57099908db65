package dev.scripta.core.model;

import java.time.Duration;
import java.util.Objects;

/**
 * A stretch of the transcript with its place in the recording.
 *
 * @param start from the beginning of the recording, not negative
 * @param end not before {@code start}
 * @param text what was said; line ends are LF
 */
public record Segment(Duration start, Duration end, String text) {

    /** Checks times and text. */
    public Segment {
        Objects.requireNonNull(start, "start");
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a segment starts at 0 or later and does not end before it starts");
        }
        text = Text.withLineFeeds(Text.storable("segment text", text));
    }

    /** Prints times only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Segment[" + start + ".." + end + "]";
    }
}
