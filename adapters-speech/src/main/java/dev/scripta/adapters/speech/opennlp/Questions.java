package dev.scripta.adapters.speech.opennlp;

import java.util.List;
import java.util.Set;

/**
 * Whether somebody asks something: by the question mark or, in text without marks, by the order of words. "What are the
 * problems" and "do you know" ask; "when we met" and "what a day" do not.
 */
final class Questions {

    private static final Set<String> ASKING = Set.of("what", "who", "where", "when", "why", "how", "which", "whose");
    private static final Set<String> RELATIVES = Set.of("who", "which", "whose", "when", "where");
    private static final Set<String> AUXILIARIES = Set.of(
            "is are was were do does did can could will would shall should have has had may must".split(" "));
    private static final Set<String> SUBJECTS = Set.of("PRON", "DET", "PROPN", "NOUN");
    private static final Set<String> MEASURES = Set.of("much", "many", "long", "often", "far", "big", "old", "soon");
    private static final List<List<String>> OPENINGS = List.of(List.of("what", "about"), List.of("how", "about"),
            List.of("why", "not"));

    private Questions() {}

    static List<Sentence> of(List<Sentence> sentences, boolean punctuated) {
        return sentences.stream()
                .filter(sentence -> punctuated ? sentence.unit().text().endsWith("?") : asks(sentence))
                .toList();
    }

    /** An utterance may hold several sentences; a questioning word may stand within, an inverted verb only first. */
    private static boolean asks(Sentence sentence) {
        if (AUXILIARIES.contains(sentence.text(0)) && sentence.tag(1).equals("PRON") && sentence.words().size() > 2) {
            return true;
        }
        for (int i = 0; i < sentence.words().size(); i++) {
            boolean asking = ASKING.contains(sentence.text(i)) && !relates(sentence, i);
            if (asking && (inverted(sentence, i) || opens(sentence, i))) {
                return true;
            }
        }
        return false;
    }

    /** "The customer who has a problem" asks nothing. */
    private static boolean relates(Sentence sentence, int asking) {
        return RELATIVES.contains(sentence.text(asking)) && SUBJECTS.contains(sentence.tag(asking - 1));
    }

    private static boolean inverted(Sentence sentence, int asking) {
        boolean measured = sentence.text(asking).equals("how") && MEASURES.contains(sentence.text(asking + 1));
        if (measured) {
            return true;
        }
        boolean subject = SUBJECTS.contains(sentence.tag(asking + 2));
        return AUXILIARIES.contains(sentence.text(asking + 1))
                && (subject || (asking == 0 && sentence.text(0).equals("who")));
    }

    private static boolean opens(Sentence sentence, int asking) {
        return OPENINGS.stream().anyMatch(opening -> sentence.has(asking, opening))
                || (asking == 0 && sentence.text(0).equals("who") && sentence.tag(1).equals("VERB"));
    }
}
