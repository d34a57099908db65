package dev.scripta.adapters.speech.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.scripta.adapters.speech.guard.EngineGuard;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.usecase.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Has a language model fill in a template. What comes back fits the template's schema, or the analysis fails and says why:
 * an answer that was cut off, refused or does not fit is asked for once more and no further. Transcripts too long for one
 * question are analysed in parts, whose results are made one; nothing is left out, and parts that were answered are not asked
 * about again when the analysis fails later and is repeated. Thread-safe.
 */
public final class LanguageModelAnalyzer implements ConversationAnalyzer {

    private final AnalysisTemplate template;
    private final LanguageModelSettings settings;
    private final EngineGuard guard;
    private final Ticker ticker;
    private final AnswerForm form;
    private final Question question;
    private final Judge judge;
    private final PaidAnswers paid;

    /**
     * An analyzer.
     *
     * @param model any; its own retries must be off, for the guard decides which calls are repeated
     * @param guard of the analysis, which may be shared
     * @param random a thread-safe one that nobody can foresee, such as {@link java.security.SecureRandom}
     */
    public LanguageModelAnalyzer(ChatModel model, AnalysisTemplate template, LanguageModelSettings settings,
            EngineGuard guard, Ticker ticker, RandomGenerator random) {
        this.template = Objects.requireNonNull(template, "template");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.guard = Objects.requireNonNull(guard, "guard");
        this.ticker = Objects.requireNonNull(ticker, "ticker");
        this.form = new AnswerForm(model, template, settings.outputTokens());
        this.question = new Question(template, random);
        this.judge = new Judge(template);
        this.paid = new PaidAnswers(ticker);
    }

    @Override
    public Analysis analyze(Transcript transcript) {
        if (!transcript.hasSpeech()) {
            return Analysis.NONE;
        }
        Inquiry inquiry = new Inquiry(settings, form, judge, guard, ticker, paid);
        try {
            JsonObject result = ask(inquiry, transcript.text(), question.missing(transcript.gaps()));
            inquiry.finish();
            return new Analysis(result, Optional.of(template.name()), inquiry.calls());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalysisFailedException("The analysis was stopped.", true, e);
        }
    }

    private JsonObject ask(Inquiry inquiry, String text, Question question) throws InterruptedException {
        List<String> parts = Parts.of(text, settings.characters());
        if (parts.size() == 1) {
            return inquiry.ask(question.whole(text));
        }
        List<JsonObject> results = new ArrayList<>();
        for (String part : parts) {
            results.add(inquiry.askUnlessPaid(part, question.part(part, results.size() + 1, parts.size())));
        }
        while (results.size() > 1) {
            results = merged(inquiry, results);
        }
        return results.getFirst();
    }

    /** The next level of results: as many at once as one question holds, but two at least, or it would never end. */
    private List<JsonObject> merged(Inquiry inquiry, List<JsonObject> results) throws InterruptedException {
        List<JsonObject> next = new ArrayList<>();
        List<JsonObject> group = new ArrayList<>();
        int size = 0;
        for (JsonObject result : results) {
            int length = result.toJson().length() + 1;
            if (group.size() > 1 && size + length > settings.characters()) {
                next.add(merge(inquiry, group));
                group.clear();
                size = 0;
            }
            group.add(result);
            size += length;
        }
        next.add(merge(inquiry, group));
        return next;
    }

    private JsonObject merge(Inquiry inquiry, List<JsonObject> group) throws InterruptedException {
        if (group.size() == 1) {
            return group.getFirst();
        }
        String results = new JsonArray(List.copyOf(group)).toJson();
        JsonObject merged = inquiry.askUnlessPaid(results, question.results(results, group.size()));
        JsonObject kept = KeptItems.of(group, merged);
        return template.misfits(kept).isEmpty() ? kept : merged;
    }

    /** The template and the engine. */
    @Override
    public String toString() {
        return "LanguageModelAnalyzer[" + settings.engine() + ", " + template.name() + "]";
    }
}
