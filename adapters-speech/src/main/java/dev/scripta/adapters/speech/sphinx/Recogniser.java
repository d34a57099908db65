package dev.scripta.adapters.speech.sphinx;

import edu.cmu.sphinx.frontend.util.StreamDataSource;
import edu.cmu.sphinx.recognizer.Recognizer;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.util.TimeFrame;
import edu.cmu.sphinx.util.props.ConfigurationManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;

/** One Sphinx-4 recogniser with its own copy of the models: some 230 MB of heap. Not thread-safe. */
final class Recogniser {

    private static final URL CONFIGURATION = Objects.requireNonNull(Recogniser.class.getResource("sphinx.xml"));

    private final StreamDataSource source;
    private final Recognizer recognizer;

    /** Loads the models: seconds. */
    Recogniser() {
        ConfigurationManager components = new ConfigurationManager(CONFIGURATION);
        this.source = components.lookup("dataSource");
        this.recognizer = components.lookup("recognizer");
        recognizer.allocate();
    }

    /**
     * A recogniser that has recognised something once: the first utterance takes several times as long as the others.
     */
    static Recogniser warm() {
        try (InputStream clip = Objects.requireNonNull(Recogniser.class.getResourceAsStream("warm-up.pcm"))) {
            Recogniser recogniser = new Recogniser();
            recogniser.recognise(clip.readAllBytes());
            return recogniser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words in 16 kHz mono 16-bit little-endian PCM, in lower case and without punctuation; empty for none. */
    String recognise(byte[] pcm) {
        source.setInputStream(new ByteArrayInputStream(pcm), TimeFrame.INFINITE);
        StringBuilder words = new StringBuilder();
        for (Result result = recognizer.recognize(); result != null; result = recognizer.recognize()) {
            words.append(' ').append(words(result));
        }
        return words.toString().strip();
    }

    private static String words(Result result) {
        String complete = result.getBestFinalResultNoFiller();
        return complete.isEmpty() ? result.getBestResultNoFiller() : complete;
    }
}
