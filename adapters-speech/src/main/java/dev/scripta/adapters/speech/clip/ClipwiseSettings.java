package dev.scripta.adapters.speech.clip;

import java.time.Duration;

/**
 * How recordings are recognised clip by clip.
 *
 * @param deadline how long one recording may take, decoding included
 * @param keptFor how long clips of a recording that failed midway are remembered, so that they are not paid for twice
 * @param keptAudio how much audio is remembered so at most; an hour of speech is a megabyte or two of words with times
 */
public record ClipwiseSettings(Duration deadline, Duration keptFor, Duration keptAudio) {

    private static final Duration DEFAULT_KEPT_FOR = Duration.ofHours(2);
    private static final Duration DEFAULT_KEPT_AUDIO = Duration.ofHours(12);

    /** Checks the bounds. */
    public ClipwiseSettings {
        if (deadline.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("deadline must be a second or more");
        }
        if (keptFor.isNegative() || keptAudio.isNegative()) {
            throw new IllegalArgumentException("keptFor and keptAudio must not be negative");
        }
    }

    /** Twelve hours of audio are remembered for two hours. */
    public static ClipwiseSettings within(Duration deadline) {
        return new ClipwiseSettings(deadline, DEFAULT_KEPT_FOR, DEFAULT_KEPT_AUDIO);
    }
}
