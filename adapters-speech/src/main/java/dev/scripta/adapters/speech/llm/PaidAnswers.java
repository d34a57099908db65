package dev.scripta.adapters.speech.llm;

import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.usecase.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what was answered about parts of transcripts that are not finished: when one fails at its last part and comes
 * again, the others are not paid for twice. Bounded by time and by size; the oldest goes first. Thread-safe.
 */
final class PaidAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final long MAX_CHARACTERS = 16L << 20;

    private final Ticker ticker;
    private final Map<Sha256, Paid> answers = new LinkedHashMap<>();
    private long characters;

    PaidAnswers(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * An answer with its receipts.
     *
     * @param answer what it says
     * @param calls what was paid for it
     * @param size its characters
     * @param since when it came, in the ticker's time
     */
    record Paid(JsonObject answer, List<EngineCall> calls, int size, long since) {}

    /** What a question is known by: which one of its transcript's it is, and the data. The fence is never the same. */
    static Sha256 key(int number, String data) {
        return Sha256.of((number + "\n" + data).getBytes(StandardCharsets.UTF_8));
    }

    synchronized Optional<Paid> find(Sha256 key) {
        dropExpired();
        return Optional.ofNullable(answers.get(key));
    }

    synchronized void keep(Sha256 key, JsonObject answer, List<EngineCall> calls) {
        forget(key);
        Paid paid = new Paid(answer, List.copyOf(calls), answer.toJson().length(), ticker.nanoTime());
        answers.put(key, paid);
        characters += paid.size();
        dropExpired();
    }

    /** Once a transcript is analysed, its analysis is kept elsewhere; who wants another one wants new answers. */
    synchronized void forget(Collection<Sha256> keys) {
        keys.forEach(this::forget);
    }

    private void forget(Sha256 key) {
        Optional.ofNullable(answers.remove(key)).ifPresent(gone -> characters -= gone.size());
    }

    private void dropExpired() {
        long now = ticker.nanoTime();
        for (Iterator<Paid> oldest = answers.values().iterator(); oldest.hasNext();) {
            Paid paid = oldest.next();
            if (now - paid.since() < KEPT.toNanos() && characters <= MAX_CHARACTERS) {
                return;
            }
            oldest.remove();
            characters -= paid.size();
        }
    }
}
