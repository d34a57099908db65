package dev.scripta.adapters.speech.opennlp;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that the rules find in one transcript.
 *
 * @param units what it was divided into
 * @param keySentences in the order spoken
 * @param keywords the weightiest first
 * @param questions in the order spoken
 * @param actionItems in the order spoken
 * @param decisions in the order spoken
 * @param entities in the order spoken
 */
record Findings(Units units, List<Sentence> keySentences, List<Keywords.Keyword> keywords, List<Sentence> questions,
        List<Sentence> actionItems, List<Sentence> decisions, List<Entities.Entity> entities) {

    static Findings of(Units units, Grammar grammar) {
        List<Sentence> sentences = units.list().stream().map(grammar::parse).toList();
        boolean punctuated = units.kind() == Units.Kind.SENTENCE;
        List<Sentence> questions = Questions.of(sentences, punctuated);
        return new Findings(units, KeySentences.of(sentences), Keywords.of(sentences), questions,
                ActionItems.of(sentences, questions), Decisions.of(sentences),
                Entities.of(sentences));
    }

    /** The key sentences as one text. */
    String summary() {
        String between = units.kind() == Units.Kind.SENTENCE ? " " : "\n";
        return keySentences.stream().map(sentence -> sentence.unit().text()).collect(Collectors.joining(between));
    }

    /** Prints sizes only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Findings[" + units + "]";
    }
}
