package dev.scripta.adapters.speech.clip;

import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an engine made of a clip.
 *
 * @param text all words; empty when it heard none
 * @param language BCP 47 tag, where it was told
 * @param segments timed from the beginning of the clip, in the order of their start; empty where there are none
 * @param heard how much audio the engine says it heard
 * @param call the receipt
 */
public record Recognition(String text, Optional<String> language, List<Segment> segments, Optional<Duration> heard,
        EngineCall call) {

    /** Checks presence. */
    public Recognition {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(language, "language");
        segments = List.copyOf(segments);
        Objects.requireNonNull(heard, "heard");
        Objects.requireNonNull(call, "call");
    }

    /** Prints sizes only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Recognition[" + text.length() + " characters, " + segments.size() + " segments]";
    }
}
