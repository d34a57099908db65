package dev.scripta.adapters.speech.whisper;

/**
 * A segment as the library tells it.
 *
 * @param from its start in hundredths of a second
 * @param to its end, likewise
 * @param text with the space before its first word, where the language has spaces
 */
record Utterance(long from, long to, String text) {

    /** Prints no words. */
    @Override
    public String toString() {
        return "Utterance[" + from + ".." + to + "]";
    }
}
