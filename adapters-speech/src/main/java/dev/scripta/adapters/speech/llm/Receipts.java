package dev.scripta.adapters.speech.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.TokenUsage;
import dev.scripta.core.model.EngineCall;
import java.util.Objects;
import java.util.function.Function;

/** Makes receipts of answers. What a server tells of itself is taken where it can be kept, and else left out. */
final class Receipts {

    private static final int MAX_NAME = 200;

    private Receipts() {}

    static EngineCall of(String engine, ChatResponse response) {
        ChatResponseMetadata told = response.metadata();
        EngineCall call = EngineCall.of(engine);
        if (keepable(told.modelName())) {
            call = call.ofModel(told.modelName());
        }
        if (keepable(told.id())) {
            call = call.withRequest(told.id());
        }
        TokenUsage usage = told.tokenUsage();
        return usage == null
                ? call
                : call.withTokens(count(usage, TokenUsage::inputTokenCount),
                        count(usage, TokenUsage::outputTokenCount));
    }

    private static long count(TokenUsage usage, Function<TokenUsage, Integer> which) {
        return Math.max(0, Objects.requireNonNullElse(which.apply(usage), 0));
    }

    private static boolean keepable(String name) {
        return name != null && !name.isBlank() && name.length() <= MAX_NAME
                && name.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }
}
