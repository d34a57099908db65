package dev.scripta.core.memory;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import java.util.Map;

/** Counts the words, and calls that an analysis: for tests and first steps. Thread-safe. */
public final class InMemoryConversationAnalyzer implements ConversationAnalyzer {

    /** An analyzer. */
    public InMemoryConversationAnalyzer() {}

    @Override
    public Analysis analyze(Transcript transcript) {
        if (!transcript.hasSpeech()) {
            return Analysis.NONE;
        }
        long words = transcript.text().strip().split("\\s+").length;
        return new Analysis(new JsonObject(Map.of("words", JsonNumber.of(words))));
    }
}
