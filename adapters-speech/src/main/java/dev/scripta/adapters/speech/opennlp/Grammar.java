package dev.scripta.adapters.speech.opennlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.TokenizerME;

/** Finds the words of units, their parts of speech and base forms. One use, one thread. */
final class Grammar {

    private final TokenizerME tokenizer;
    private final POSTaggerME tagger;
    private final LemmatizerME lemmatizer;
    private final Map<String, String> lemmas = new HashMap<>();

    Grammar(Models models) {
        this.tokenizer = new TokenizerME(models.tokens());
        this.tagger = new POSTaggerME(models.tags());
        this.lemmatizer = new LemmatizerME(models.lemmas());
    }

    Sentence parse(Unit unit) {
        String[] tokens = tokenizer.tokenize(unit.text());
        String[] tags = tagger.tag(tokens);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < tokens.length; i++) {
            String text = tokens[i].toLowerCase(Locale.ROOT);
            words.add(new Word(text, tags[i], lemma(text, tags[i])));
        }
        return new Sentence(unit, words);
    }

    /** By far the slowest step, and words recur. */
    private String lemma(String text, String tag) {
        return switch (tag) {
            case "NOUN", "VERB", "ADJ" -> lemmas.computeIfAbsent(tag + ' ' + text, key -> lemmatized(text, tag));
            default -> text;
        };
    }

    private String lemmatized(String text, String tag) {
        String lemma = lemmatizer.lemmatize(new String[]{text}, new String[]{tag})[0];
        boolean unknown = lemma.isBlank() || lemma.equals("_") || lemma.equals("O");
        return unknown ? text : lemma.toLowerCase(Locale.ROOT);
    }
}
