package dev.scripta.adapters.speech.opennlp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether text is English: the rules know no other language, and on another they would find what is not there. Running
 * English consists of small words to a third and more; other languages in Latin letters share few of them.
 */
final class English {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");
    private static final int SAMPLE = 20_000;
    private static final int FEW_WORDS = 8;
    private static final double SHARE = 0.2;

    private English() {}

    /**
     * Judges by the language tag where there is one, else by the words.
     *
     * @param language BCP 47 tag
     */
    static boolean isLikely(Optional<String> language, String text) {
        if (language.isPresent()) {
            return Locale.forLanguageTag(language.get()).getLanguage().equals("en");
        }
        List<String> words = WORD.matcher(text)
                .results()
                .limit(SAMPLE)
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .toList();
        if (words.size() < FEW_WORDS) {
            return !words.isEmpty() && words.stream().allMatch(English::isBasicLatin);
        }
        return words.stream().filter(StopWords::contains).count() >= SHARE * words.size();
    }

    private static boolean isBasicLatin(String word) {
        return word.chars().allMatch(letter -> letter < 0x80);
    }
}
