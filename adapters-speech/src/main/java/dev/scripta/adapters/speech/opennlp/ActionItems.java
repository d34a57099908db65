package dev.scripta.adapters.speech.opennlp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sentences in which somebody takes on or asks for a task: "I will", "we need to" or "please" with a verb of doing.
 * Strict, for loose rules find a task in every other sentence.
 */
final class ActionItems {

    private static final int MIN_WORDS = 5;
    private static final int MAX_ADVERBS = 2;
    /** As the tokenizer parts them: "I'll" is two words. */
    private static final List<List<String>> CUES = Stream.of("i will", "i 'll", "we will", "we 'll", "i am going to",
            "i 'm going to", "we are going to", "we 're going to", "i need to", "we need to", "i have to", "we have to",
            "please").map(cue -> List.of(cue.split(" "))).toList();
    private static final Set<String> NO_TASKS = Set.of("""
            agree be begin believe come excuse feel forget go guess have hear hope know let like mean need note
            remember say see start suppose talk tell think understand wait want welcome""".strip().split("\\s+"));

    private static final String DAY =
            "(?:(?:next |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))";
    private static final Pattern DUE = Pattern.compile(
            "\\b(?:(?:by|before|until|on) (?:the end of (?:the |this |next )?"
                    + "(?:day|week|month|quarter|year)|tomorrow|tonight|noon|next (?:week|month)|" + DAY
                    + ")|today|tonight|tomorrow(?: morning| afternoon| evening| night)?|"
                    + "(?:this|next) (?:morning|afternoon|evening|week|month)|" + DAY + ")\\b",
            Pattern.CASE_INSENSITIVE);

    private ActionItems() {}

    /** The tasks among the sentences; "how much do we need to pay" is a question. */
    static List<Sentence> of(List<Sentence> sentences, List<Sentence> questions) {
        Set<Sentence> asked = Set.copyOf(questions);
        return sentences.stream().filter(sentence -> !asked.contains(sentence) && isTask(sentence)).toList();
    }

    /** When it is to be done, in the speaker's words. */
    static Optional<String> due(Sentence sentence) {
        return DUE.matcher(sentence.unit().text()).results().map(found -> found.group()).findFirst();
    }

    private static boolean isTask(Sentence sentence) {
        if (sentence.words().size() < MIN_WORDS) {
            return false;
        }
        for (int i = 0; i < sentence.words().size(); i++) {
            for (List<String> cue : CUES) {
                if (sentence.has(i, cue) && followsDoing(sentence, i + cue.size())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean followsDoing(Sentence sentence, int index) {
        for (int i = index; i <= index + MAX_ADVERBS && i < sentence.words().size(); i++) {
            Word word = sentence.words().get(i);
            if (word.isVerb()) {
                return !NO_TASKS.contains(word.lemma());
            }
            if (!word.tag().equals("ADV")) {
                return false;
            }
        }
        return false;
    }
}
