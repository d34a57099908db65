package dev.scripta.adapters.speech.sphinx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Substituted, missing and additional words as a share of those spoken; letter case and punctuation do not count.
 *
 * @param errors how many
 * @param words how many were spoken
 */
record WordErrorRate(int errors, int words) {

    static final WordErrorRate NONE = new WordErrorRate(0, 0);

    static WordErrorRate of(Path spoken, String heard) throws IOException {
        List<String> expected = words(Files.readString(spoken));
        return new WordErrorRate(distance(expected, words(heard)), expected.size());
    }

    /** The rate over both texts. */
    WordErrorRate plus(WordErrorRate other) {
        return new WordErrorRate(errors + other.errors, words + other.words);
    }

    double percent() {
        return 100.0 * errors / words;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %% (%d of %d words)", percent(), errors, words);
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z']+")).filter(word -> !word.isEmpty()).toList();
    }

    /** Levenshtein distance over words, a row of the table at a time. */
    static int distance(List<String> expected, List<String> heard) {
        int[] row = new int[heard.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= expected.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (expected.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[heard.size()];
    }
}
