package dev.scripta.adapters.speech.llm;

import dev.scripta.adapters.speech.paid.PaidResults;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.usecase.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Remembers what was answered about parts of transcripts that are not finished, weighed by characters. Thread-safe. */
final class PaidAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final long MAX_CHARACTERS = 16L << 20;

    private final PaidResults<Paid> answers;

    PaidAnswers(Ticker ticker) {
        this.answers = new PaidResults<>(KEPT, MAX_CHARACTERS, ticker::nanoTime);
    }

    /**
     * An answer with its receipts.
     *
     * @param answer what it says
     * @param calls what was paid for it
     */
    record Paid(JsonObject answer, List<EngineCall> calls) {}

    /** What a question is known by: which one of its transcript's it is, and the data. The fence is never the same. */
    static Sha256 key(int number, String data) {
        return Sha256.of((number + "\n" + data).getBytes(StandardCharsets.UTF_8));
    }

    Optional<Paid> find(Sha256 key) {
        return answers.find(key);
    }

    void keep(Sha256 key, JsonObject answer, List<EngineCall> calls) {
        answers.keep(key, new Paid(answer, List.copyOf(calls)), answer.toJson().length());
    }

    /** Once a transcript is analysed, its analysis is kept elsewhere; who wants another one wants new answers. */
    void forget(Collection<Sha256> keys) {
        answers.forget(keys);
    }
}
