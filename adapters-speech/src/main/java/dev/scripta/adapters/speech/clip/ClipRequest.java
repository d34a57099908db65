package dev.scripta.adapters.speech.clip;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What an engine is asked.
 *
 * @param clip what to recognise
 * @param preceding the last words before the clip, so that names and style go on; empty at the beginning
 * @param patience how long the answer may take, positive
 */
public record ClipRequest(Clip clip, Optional<String> preceding, Duration patience) {

    /** Checks the parts. */
    public ClipRequest {
        Objects.requireNonNull(clip, "clip");
        Objects.requireNonNull(preceding, "preceding");
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("an answer takes some time");
        }
    }

    /** Prints no words. */
    @Override
    public String toString() {
        return "ClipRequest[" + clip + ", " + patience + "]";
    }
}
