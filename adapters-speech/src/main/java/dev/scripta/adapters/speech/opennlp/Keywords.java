package dev.scripta.adapters.speech.opennlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Noun phrases that recur: adjectives and nouns in a row, the last one a noun in its base form. Longer ones say more,
 * so they weigh more.
 */
final class Keywords {

    private static final int MAX = 10;
    private static final int MAX_WORDS = 3;
    private static final int MIN_COUNT = 2;
    private static final int MIN_LETTERS = 3;

    private Keywords() {}

    /**
     * A keyword.
     *
     * @param text its words
     * @param count how often they were said
     */
    record Keyword(String text, int count) {

        private int weight() {
            return count * text.split(" ").length;
        }

        /** Prints the count only: spoken text stays out of logs. */
        @Override
        public String toString() {
            return "Keyword[" + count + "]";
        }
    }

    /** At most ten, the weightiest first; those said once only where nothing recurs. */
    static List<Keyword> of(List<Sentence> sentences) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sentences.forEach(sentence -> phrases(sentence).forEach(phrase -> counts.merge(phrase, 1, Integer::sum)));
        List<Keyword> all = counts.entrySet()
                .stream()
                .map(entry -> new Keyword(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Keyword::weight).reversed())
                .toList();
        boolean recurring = all.stream().anyMatch(keyword -> keyword.count() >= MIN_COUNT);
        return all.stream().filter(keyword -> !recurring || keyword.count() >= MIN_COUNT).limit(MAX).toList();
    }

    private static List<String> phrases(Sentence sentence) {
        List<String> phrases = new ArrayList<>();
        List<Word> run = new ArrayList<>();
        for (Word word : sentence.words()) {
            boolean fits = word.isContent() && word.text().length() >= MIN_LETTERS && !word.isVerb();
            if (!fits || (word.isAdjective() && !run.isEmpty() && run.getLast().isNoun())) {
                phrase(run, phrases);
                run.clear();
            }
            if (fits) {
                run.add(word);
            }
        }
        phrase(run, phrases);
        return phrases;
    }

    /** The row's last words, up to and with its last noun. */
    private static void phrase(List<Word> run, List<String> into) {
        int end = run.size();
        while (end > 0 && !run.get(end - 1).isNoun()) {
            end--;
        }
        if (end > 0) {
            List<Word> words = run.subList(Math.max(0, end - MAX_WORDS), end);
            into.add(words.subList(0, words.size() - 1)
                    .stream()
                    .map(word -> word.text() + " ")
                    .collect(Collectors.joining()) + words.getLast().lemma());
        }
    }
}
