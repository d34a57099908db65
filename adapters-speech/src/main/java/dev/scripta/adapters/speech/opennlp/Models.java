package dev.scripta.adapters.speech.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * OpenNLP's English models (trained on Universal Dependencies EWT, so tags are UPOS). Shared by all threads; the tools
 * on top of them are not.
 *
 * @param sentences finds where sentences end
 * @param tokens finds words
 * @param tags tells nouns from verbs
 * @param lemmas finds base forms
 */
record Models(SentenceModel sentences, TokenizerModel tokens, POSModel tags, LemmatizerModel lemmas) {

    /** Loads them from the class path: a second or two. */
    static Models load() {
        try {
            return new Models(read("sentence", SentenceModel::new), read("tokens", TokenizerModel::new),
                    read("pos", POSModel::new), read("lemmas", LemmatizerModel::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <M> M read(String name, Reader<M> reader) throws IOException {
        String resource = "/opennlp-en-ud-ewt-" + name + "-1.3-2.5.4.bin";
        try (InputStream in = Models.class.getResourceAsStream(resource)) {
            return reader.read(Objects.requireNonNull(in, resource));
        }
    }

    /** A model's constructor. */
    @FunctionalInterface
    private interface Reader<M> {
        M read(InputStream in) throws IOException;
    }
}
