package dev.scripta.adapters.speech.opennlp;

import java.util.List;
import java.util.Objects;

/**
 * A unit with its words.
 *
 * @param unit the text and its place
 * @param words in order
 */
record Sentence(Unit unit, List<Word> words) {

    Sentence {
        Objects.requireNonNull(unit, "unit");
        words = List.copyOf(words);
    }

    /** The word's text; empty beyond the ends, so that rules need no bounds. */
    String text(int index) {
        return index >= 0 && index < words.size() ? words.get(index).text() : "";
    }

    /** The word's tag; empty beyond the ends. */
    String tag(int index) {
        return index >= 0 && index < words.size() ? words.get(index).tag() : "";
    }

    /** Whether these words stand at the place. */
    boolean has(int index, List<String> expected) {
        for (int i = 0; i < expected.size(); i++) {
            if (!text(index + i).equals(expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Prints its place only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Sentence[" + unit.index() + "]";
    }
}
