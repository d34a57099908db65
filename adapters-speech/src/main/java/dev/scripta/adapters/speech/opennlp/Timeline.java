package dev.scripta.adapters.speech.opennlp;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which segment holds which character of a transcript's text. Empty where the text is not made of the segments. */
final class Timeline {

    private final NavigableMap<Integer, Segment> byOffset = new TreeMap<>();

    Timeline(Transcript transcript) {
        int from = 0;
        for (Segment segment : transcript.segments()) {
            String text = segment.text().strip();
            int found = transcript.text().indexOf(text, from);
            if (found < 0) {
                byOffset.clear();
                return;
            }
            byOffset.put(found, segment);
            from = found + text.length();
        }
    }

    /** The segment that the character belongs to. */
    Optional<Segment> at(int offset) {
        return Optional.ofNullable(byOffset.floorEntry(offset)).map(Map.Entry::getValue);
    }
}
