package dev.scripta.adapters.speech.audio;

/**
 * A stretch of audio in which somebody may speak.
 *
 * @param start its first sample
 * @param end the sample after its last
 */
public record SpeechSegment(long start, long end) {

    /** Checks the order. */
    public SpeechSegment {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a speech segment starts at 0 or later and ends after it starts");
        }
    }

    /** The number of samples. */
    public int length() {
        return Math.toIntExact(end - start);
    }
}
