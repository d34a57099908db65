package dev.scripta.core.model;

import java.util.stream.Stream;

/**
 * What to search conversations for: each of these words must begin a word there.
 *
 * @param text the words as somebody typed them, 1 to {@link #MAX_LENGTH} characters (code points)
 */
public record SearchWords(String text) {

    /** The most characters a search can have. */
    public static final int MAX_LENGTH = 200;

    /** Checks the text. */
    public SearchWords {
        text = Text.identifier("search", text, MAX_LENGTH);
    }

    /** The words as searches compare them: in one case and one normal form, whatever a store's own locale knows of letters. */
    public Stream<String> words() {
        return FoldedWords.of(text);
    }

    /** Prints the size only: what is searched for is as private as what is found. */
    @Override
    public String toString() {
        return "SearchWords[" + text.length() + " characters]";
    }
}
