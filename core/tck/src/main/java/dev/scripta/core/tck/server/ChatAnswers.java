package dev.scripta.core.tck.server;

import dev.scripta.core.model.JsonObject;
import java.util.List;

/** Answers of {@code /v1/chat/completions}. */
final class ChatAnswers {

    private static final long CREATED = 1_790_000_000L;
    private static final int PROMPT_TOKENS = 120;
    private static final int COMPLETION_TOKENS = 45;

    private ChatAnswers() {}

    static JsonObject content(Dialect dialect, String content, String finishReason) {
        return completion(dialect, new Fields().with("role", "assistant").with("content", content), finishReason);
    }

    /** Only OpenAI has a place for refusals: elsewhere they are the content. */
    static JsonObject refusal(Dialect dialect, String reason) {
        return dialect == Dialect.OPENAI
                ? completion(dialect,
                        new Fields().with("role", "assistant").withNull("content").with("refusal", reason), "stop")
                : content(dialect, reason, "stop");
    }

    private static JsonObject completion(Dialect dialect, Fields message, String finishReason) {
        Fields choice = new Fields().with("index", 0)
                .with("message", message)
                .withNull("logprobs")
                .with("finish_reason", finishReason);
        Fields answer = new Fields().with("id", "chatcmpl-scripted")
                .with("object", "chat.completion")
                .with("created", CREATED)
                .with("model", "scripted-model")
                .with("choices", List.of(choice.object()))
                .with("usage", new Fields().with("prompt_tokens", PROMPT_TOKENS)
                        .with("completion_tokens", COMPLETION_TOKENS)
                        .with("total_tokens", PROMPT_TOKENS + COMPLETION_TOKENS));
        return switch (dialect) {
            case GROQ -> answer.with("x_groq", new Fields().with("id", "req_01scripted")).object();
            case VLLM, VLLM_FLAT -> answer.withNull("prompt_logprobs").object();
            default -> answer.object();
        };
    }
}
