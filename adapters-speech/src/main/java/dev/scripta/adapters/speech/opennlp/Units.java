package dev.scripta.adapters.speech.opennlp;

import java.util.List;
import java.util.Objects;

/**
 * A transcript, divided.
 *
 * @param kind what they are
 * @param list in order
 * @param truncated whether text was left out
 */
record Units(Kind kind, List<Unit> list, boolean truncated) {

    /** What a transcript was divided into. */
    enum Kind {
        /** Sentences, told by their punctuation. */
        SENTENCE,
        /** Utterances, told by the recogniser's pauses. */
        SEGMENT,
        /** Lines of the text. */
        LINE
    }

    Units {
        Objects.requireNonNull(kind, "kind");
        list = List.copyOf(list);
    }

    /** Prints sizes only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Units[" + list.size() + " of kind " + kind + "]";
    }
}
