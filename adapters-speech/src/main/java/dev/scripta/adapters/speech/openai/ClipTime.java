package dev.scripta.adapters.speech.openai;

import java.time.Duration;
import java.util.List;

/**
 * How an answer's numbers are times of the clip.
 *
 * @param clip how long it plays: engines pad audio, so that times may lie behind its end
 * @param second how much a second is
 */
record ClipTime(Duration clip, double second) {

    private static final double NANOSECONDS = 1e9;
    /** A millisecond in nanoseconds, eleven days in seconds. */
    private static final double SURELY_NANOSECONDS = 1e6;

    /** Seconds, as everybody tells them; but LocalAI up to early 3 tells nanoseconds (Go's durations). */
    static ClipTime of(List<Fields> segments, Duration clip) {
        boolean nanoseconds = segments.stream()
                .flatMap(segment -> segment.number("end").stream())
                .anyMatch(end -> end >= SURELY_NANOSECONDS);
        return new ClipTime(clip, nanoseconds ? NANOSECONDS : 1);
    }

    /** The time that a number tells, within the clip. */
    Duration at(double number) {
        Duration time = Spoken.time(Math.max(0, number) / second);
        return time.compareTo(clip) < 0 ? time : clip;
    }
}
