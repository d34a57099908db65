package dev.scripta.adapters.speech.opennlp;

import java.util.Objects;

/**
 * A word of a unit.
 *
 * @param text in lower case
 * @param tag its part of speech (UPOS)
 * @param lemma its base form, in lower case
 */
record Word(String text, String tag, String lemma) {

    Word {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(lemma, "lemma");
    }

    boolean isNoun() {
        return tag.equals("NOUN") || tag.equals("PROPN");
    }

    boolean isVerb() {
        return tag.equals("VERB");
    }

    boolean isAdjective() {
        return tag.equals("ADJ");
    }

    /** Whether it says what is spoken about: it has letters, and no grammar's sake only. */
    boolean isContent() {
        return (isNoun() || isVerb() || isAdjective()) && Character.isLetter(text.codePointAt(0))
                && !StopWords.contains(lemma);
    }

    /** Prints its tag only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Word[" + tag + "]";
    }
}
