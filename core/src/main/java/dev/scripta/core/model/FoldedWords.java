package dev.scripta.core.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of texts as searches compare them: runs of letters, marks and digits, in one case and one normal form. Whoever
 * stores these finds the same words everywhere, whatever the store's own locale knows of letters.
 */
public final class FoldedWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private FoldedWords() {}

    /** Those of a text, in its order. */
    public static Stream<String> of(String text) {
        return BETWEEN.splitAsStream(folded(text)).filter(word -> !word.isEmpty());
    }

    /** Those of all texts in a value, in its order; names of members are no texts. */
    public static Stream<String> of(JsonValue value) {
        if (value instanceof JsonString string) {
            return of(string.value());
        }
        if (value instanceof JsonArray array) {
            return array.elements().stream().flatMap(FoldedWords::of);
        }
        return value instanceof JsonObject object
                ? object.members().values().stream().flatMap(FoldedWords::of)
                : Stream.empty();
    }

    /**
     * By way of capitals, for several small letters can have the same one (ς and σ), or two (ß); then letter by letter, for
     * what a capital becomes must not depend on where in a word it stands.
     */
    private static String folded(String text) {
        String capitals = Normalizer.normalize(text, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(capitals.length());
        capitals.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
