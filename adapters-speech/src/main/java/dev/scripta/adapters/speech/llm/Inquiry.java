package dev.scripta.adapters.speech.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.scripta.adapters.speech.guard.EngineGuard;
import dev.scripta.adapters.speech.llm.Verdict.Unusable;
import dev.scripta.adapters.speech.llm.Verdict.Usable;
import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that one transcript is asked about, within its deadline, with the receipts. One use, one thread. */
final class Inquiry {

    private final LanguageModelSettings settings;
    private final AnswerForm model;
    private final Judge judge;
    private final EngineGuard guard;
    private final Ticker ticker;
    private final PaidAnswers paid;
    private final long start;
    private final List<EngineCall> calls = new ArrayList<>();
    private final List<Sha256> keys = new ArrayList<>();

    Inquiry(LanguageModelSettings settings, AnswerForm model, Judge judge, EngineGuard guard, Ticker ticker,
            PaidAnswers paid) {
        this.settings = settings;
        this.model = model;
        this.judge = judge;
        this.guard = guard;
        this.ticker = ticker;
        this.paid = paid;
        this.start = ticker.nanoTime();
    }

    /** The receipts of the answers so far, in order. */
    List<EngineCall> calls() {
        return List.copyOf(calls);
    }

    /** What the model answers, or has answered before. */
    JsonObject askUnlessPaid(String data, List<ChatMessage> question) throws InterruptedException {
        Sha256 key = PaidAnswers.key(keys.size(), data);
        keys.add(key);
        Optional<PaidAnswers.Paid> known = paid.find(key);
        if (known.isPresent()) {
            calls.addAll(known.get().calls());
            return known.get().answer();
        }
        int before = calls.size();
        JsonObject answer = ask(question);
        paid.keep(key, answer, calls.subList(before, calls.size()));
        return answer;
    }

    /** The transcript is analysed: what was kept for another attempt goes. */
    void finish() {
        paid.forget(keys);
    }

    /** What the model answers; an answer that cannot be used is asked for once more, with what was wrong. */
    JsonObject ask(List<ChatMessage> question) throws InterruptedException {
        return switch (answer(question)) {
            case Usable first -> first.analysis();
            case Unusable first -> switch (answer(corrected(question, first))) {
                case Usable second -> second.analysis();
                case Unusable second -> throw failed(second);
            };
        };
    }

    private Verdict answer(List<ChatMessage> question) throws InterruptedException {
        Duration left = settings.deadline().minusNanos(ticker.nanoTime() - start);
        if (!left.isPositive()) {
            throw new AnalysisFailedException("The analysis took too long.", true);
        }
        try {
            ChatResponse response = guard.call(left, patience -> called(question, patience));
            calls.add(Receipts.of(settings.engine(), response));
            return judge.judge(response);
        } catch (WithheldException e) {
            calls.add(EngineCall.of(settings.engine()));
            return e.verdict();
        }
    }

    private ChatResponse called(List<ChatMessage> question, Duration patience) throws InterruptedException {
        try {
            return Deadline.within(patience, () -> model.ask(question));
        } catch (AnalysisFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Withheld.by(e).<RuntimeException>map(WithheldException::new).orElseGet(() -> Failures.of(e));
        }
    }

    private static List<ChatMessage> corrected(List<ChatMessage> question, Unusable answer) {
        List<ChatMessage> messages = new ArrayList<>(question);
        if (!answer.answer().isBlank()) {
            messages.add(AiMessage.from(answer.answer()));
        }
        messages.add(UserMessage.from(answer.complaint()
                + "\nAnswer again, with one JSON object that fits the schema, and with nothing else."));
        return messages;
    }

    private static AnalysisFailedException failed(Unusable answer) {
        return answer.rule().isEmpty()
                ? new AnalysisFailedException(answer.detail(), false)
                : new AnalysisFailedException(answer.detail(), false, ModelFailedException.ofRules(answer.rule()));
    }
}
