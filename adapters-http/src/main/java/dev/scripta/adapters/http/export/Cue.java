package dev.scripta.adapters.http.export;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One subtitle.
 *
 * @param start from the beginning, in whole milliseconds
 * @param end later than {@code start}, which WebVTT demands: at least by a millisecond
 * @param lines what is shown, none of them blank, for a blank line ends a subtitle; never empty
 */
record Cue(Duration start, Duration end, List<String> lines) {

    /** Those of a transcript in its order; segments that say nothing have none, and those that overlap stay so. */
    static Stream<Cue> of(Transcript transcript) {
        return transcript.segments().stream().map(Cue::of).filter(cue -> !cue.lines().isEmpty());
    }

    private static Cue of(Segment segment) {
        long start = segment.start().toMillis();
        long end = Math.max(segment.end().toMillis(), start + 1);
        return new Cue(Duration.ofMillis(start), Duration.ofMillis(end),
                Lines.of(segment.text()).stream().filter(line -> !line.isBlank()).toList());
    }

    String times(char beforeMillis) {
        return new CueTime(start).text(beforeMillis) + " --> " + new CueTime(end).text(beforeMillis);
    }

    /** Prints times only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Cue[" + start + ".." + end + "]";
    }
}
