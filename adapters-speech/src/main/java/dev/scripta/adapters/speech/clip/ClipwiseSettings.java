package dev.scripta.adapters.speech.clip;

import java.time.Duration;

/**
 * How recordings are recognised clip by clip.
 *
 * @param deadline how long one recording may take, decoding included
 * @param recordings how many recordings are worked on at once; others wait for their turn, undecoded
 * @param keptFor how long clips of a recording that failed midway are remembered, so that they are not paid for twice
 * @param keptAudio how much audio is remembered so at most; an hour of speech is a megabyte or two of words with times
 */
public record ClipwiseSettings(Duration deadline, int recordings, Duration keptFor, Duration keptAudio) {

    private static final int DEFAULT_RECORDINGS = 8;
    private static final Duration DEFAULT_KEPT_FOR = Duration.ofHours(2);
    private static final Duration DEFAULT_KEPT_AUDIO = Duration.ofHours(12);

    /** Checks the bounds. */
    public ClipwiseSettings {
        if (deadline.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("deadline must be a second or more");
        }
        if (recordings < 1) {
            throw new IllegalArgumentException("recordings must be 1 or more");
        }
        if (keptFor.isNegative() || keptAudio.isNegative()) {
            throw new IllegalArgumentException("keptFor and keptAudio must not be negative");
        }
    }

    /** Eight recordings at once; twelve hours of audio are remembered for two hours. */
    public static ClipwiseSettings within(Duration deadline) {
        return new ClipwiseSettings(deadline, DEFAULT_RECORDINGS, DEFAULT_KEPT_FOR, DEFAULT_KEPT_AUDIO);
    }

    /** The same with so many recordings at once. */
    public ClipwiseSettings withRecordings(int atOnce) {
        return new ClipwiseSettings(deadline, atOnce, keptFor, keptAudio);
    }
}
