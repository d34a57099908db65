package dev.scripta.core.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of texts as searches compare them: runs of letters, marks and digits, in one case and one normal form (NFC), of
 * which the first {@value SearchWords#MAX_LENGTH} characters count, as many as a search can have. Whoever stores these finds
 * the same everywhere, whatever the store's own locale knows of letters.
 */
public final class FoldedWords {

    private static final int FIRST_BEYOND_ASCII = 128;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private FoldedWords() {}

    /** Those of a text, in its order. */
    public static Stream<String> of(String text) {
        return BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).map(FoldedWords::folded);
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
     * By way of capitals, for several small letters can have the same one (ς and σ), or two (ß). Small letters are made one
     * by one, for what a capital becomes must not depend on where in a word it stands. Word by word, and no more of it than
     * counts: to make capitals of a long text takes a time that grows with its square.
     */
    private static String folded(String word) {
        String counting = beginning(word);
        if (counting.chars().allMatch(letter -> letter < FIRST_BEYOND_ASCII)) {
            return counting.toLowerCase(Locale.ROOT);
        }
        return small(small(Normalizer.normalize(counting, Normalizer.Form.NFC)).toUpperCase(Locale.ROOT));
    }

    private static String beginning(String word) {
        return word.length() <= SearchWords.MAX_LENGTH
                ? word
                : word.codePoints()
                        .limit(SearchWords.MAX_LENGTH)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static String small(String text) {
        StringBuilder small = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        return small.toString();
    }
}
