package dev.scripta.adapters.speech.opennlp;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Analyses English conversations in this JVM, without any network or language model: quotes key sentences, questions,
 * tasks and decisions, and counts. It never interprets: of other languages, and of moods, it says that it cannot. Equal
 * transcripts get equal analyses. Thread-safe.
 */
public final class OpenNlpConversationAnalyzer implements ConversationAnalyzer {

    private final FutureTask<Models> models;

    /** An analyzer; begins to load its models in the background. */
    public OpenNlpConversationAnalyzer() {
        this(Models::load);
    }

    /** An analyzer of models that come from elsewhere. */
    OpenNlpConversationAnalyzer(Supplier<Models> source) {
        this.models = new FutureTask<>(source::get);
        Thread.ofPlatform().daemon().name("analyzer-models").start(models);
    }

    @Override
    public Analysis analyze(Transcript transcript) {
        if (!transcript.hasSpeech()) {
            return Analysis.NONE;
        }
        if (!English.isLikely(transcript.language(), transcript.text())) {
            return AnalysisJson.notEnglish();
        }
        Models loaded = models();
        try {
            Units units = new Divider(loaded).divide(transcript);
            return AnalysisJson.of(Findings.of(units, new Grammar(loaded)));
        } catch (RuntimeException e) {
            throw new AnalysisFailedException("The offline analysis failed on this transcript.", false, e);
        }
    }

    private Models models() {
        try {
            return models.get();
        } catch (ExecutionException e) {
            throw new AnalysisFailedException("The offline analysis could not load its models.", false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalysisFailedException("The analysis was stopped.", true, e);
        }
    }
}
