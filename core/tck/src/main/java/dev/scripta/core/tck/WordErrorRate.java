package dev.scripta.core.tck;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Word error rate: substituted, missing and additional words as a share of the expected ones. Stateless. */
public final class WordErrorRate {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");

    private WordErrorRate() {}

    /**
     * The rate, 0 for the same words; above 1 when more was heard than said. Letter case and punctuation do not count.
     *
     * @param expected what was said
     * @param heard what was recognised
     */
    public static double of(String expected, String heard) {
        List<String> want = words(expected);
        List<String> got = words(heard);
        return (double) distance(want, got) / Math.max(1, want.size());
    }

    private static List<String> words(String text) {
        return Stream.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))).filter(word -> !word.isEmpty()).toList();
    }

    /** Levenshtein distance, with one row of the table at a time. */
    private static int distance(List<String> want, List<String> got) {
        int[] row = new int[got.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= want.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (want.get(i - 1).equals(got.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[got.size()];
    }
}
