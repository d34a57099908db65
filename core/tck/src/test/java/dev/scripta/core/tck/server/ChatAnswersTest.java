package dev.scripta.core.tck.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ChatAnswersTest {

    @Test
    void completion_is_as_OpenAI_documents_it() {
        assertEquals("""
                {"id":"chatcmpl-scripted","object":"chat.completion","created":1790000000,"model":"scripted-model",\
                "choices":[{"index":0,"message":{"role":"assistant","content":"{\\"a\\":1}"},"logprobs":null,\
                "finish_reason":"stop"}],"usage":{"prompt_tokens":120,"completion_tokens":45,"total_tokens":165}}""",
                text(Dialect.OPENAI.completion("{\"a\":1}")));
    }

    @ParameterizedTest
    @EnumSource
    void endings_are_told(Dialect dialect) {
        assertTrue(text(dialect.cutOff("{\"a\":")).contains("\"finish_reason\":\"length\""));
        assertTrue(text(dialect.filtered("")).contains("\"finish_reason\":\"content_filter\""));
    }

    @Test
    void refusals_have_a_place_at_OpenAI_only() {
        assertTrue(text(Dialect.OPENAI.refusal("I cannot.")).contains("\"content\":null,\"refusal\":\"I cannot.\""));
        assertTrue(text(Dialect.VLLM.refusal("I cannot.")).contains("\"content\":\"I cannot.\""));
    }

    private static String text(ScriptedAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
