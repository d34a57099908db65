package dev.scripta.adapters.speech.opennlp;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of text that is looked at as one: a sentence, an utterance or a line.
 *
 * @param index its place among the transcript's units, from 0
 * @param text literally
 * @param start where it begins in the recording, if known
 * @param end where it ends in the recording, if known
 */
record Unit(int index, String text, Optional<Duration> start, Optional<Duration> end) {

    Unit {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }

    /** Prints its place only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Unit[" + index + "]";
    }
}
