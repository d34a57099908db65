package dev.scripta.adapters.speech.opennlp;

import java.util.List;
import java.util.regex.Pattern;

/** Sentences that say that something was decided, in so many words. */
final class Decisions {

    private static final Pattern CUE = Pattern.compile(
            "\\b(?<!what )(?:we(?:'ve| have|'re| are)?(?: all)? (?:decided|agreed)"
                    + "|(?:it|that)(?:'s| is| was) (?:decided|agreed|settled)|the decision is|our decision is"
                    + "|so we(?:'ll| will)(?! see)|let(?:'s| us) go with|we(?:'ll| will) go with)\\b",
            Pattern.CASE_INSENSITIVE);

    private Decisions() {}

    static List<Sentence> of(List<Sentence> sentences) {
        return sentences.stream()
                .filter(sentence -> !sentence.unit().text().endsWith("?") && CUE.matcher(sentence.unit().text()).find())
                .toList();
    }
}
