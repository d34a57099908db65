package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scripta.adapters.speech.json.JsonTrees;
import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.tck.server.ScriptedAnswer;
import dev.scripta.core.tck.server.ScriptedRequest;
import dev.scripta.core.tck.server.ScriptedServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in model, over real connections. */
@Timeout(60)
final class OpenAiChatIT {

    private static final Duration LONG = Duration.ofSeconds(20);
    /** Of an answer that does not come: all was sent by then, though the machine stalls. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final String KEY = "sk-secret4711";
    private static final Transcript SPEECH = Transcript.of("The patient slept well.");

    @Test
    void a_question_goes_out_as_openai_wants_it() {
        try (ScriptedServer server = ScriptedServer.always(answer(Analyzers.FITTING, "stop"))) {
            Analysis analysis = analyzer(server.url(), Duration.ofSeconds(30)).analyze(SPEECH);
            assertEquals(List.of(EngineCall.of("openai").ofModel("m-2026").withRequest("chat-1").withTokens(12, 34)),
                    analysis.calls());
            ScriptedRequest request = server.requests().getFirst();
            assertEquals("POST /v1/chat/completions", request.method() + " " + request.path());
            assertEquals(Optional.of("Bearer " + KEY), request.header("Authorization"));
            assertEquals(Optional.empty(), request.header("Upgrade"));
            JsonNode body = JsonTrees.parse(request.text());
            assertEquals("m", body.path("model").asText());
            assertEquals("json_schema", body.at("/response_format/type").asText());
            assertEquals("general", body.at("/response_format/json_schema/name").asText());
            assertTrue(body.at("/response_format/json_schema/strict").asBoolean());
            assertFalse(body.at("/response_format/json_schema/schema/additionalProperties").asBoolean(true));
            assertEquals("system", body.at("/messages/0/role").asText());
            assertEquals("user", body.at("/messages/1/role").asText());
            assertFalse(body.has("temperature"));
            assertFalse(body.has("max_tokens"));
            assertFalse(body.path("stream").asBoolean());
        }
    }

    @Test
    void a_server_without_schemas_is_asked_for_json_instead() {
        try (ScriptedServer server = ScriptedServer.answering(request -> request.text().contains("json_schema\"")
                ? ScriptedAnswer.json(400, "{\"error\":{\"message\":\"unknown response_format\"}}")
                : answer(Analyzers.FITTING, "stop"))) {
            LanguageModelAnalyzer analyzer = analyzer(server.url(), Duration.ofSeconds(30));
            analyzer.analyze(SPEECH);
            analyzer.analyze(SPEECH);
            assertEquals(3, server.count());
        }
    }

    /** Groq makes answers by a schema and throws away those that are not: one of them says nothing against schemas. */
    @Test
    void an_answer_that_the_server_threw_away_is_asked_for_in_the_same_form() {
        try (ScriptedServer server = ScriptedServer.always(answer(Analyzers.FITTING, "stop"))
                .first(ScriptedAnswer.json(400, "{\"error\":{\"code\":\"json_validate_failed\"}}"))) {
            Analysis analysis = analyzer(server.url(), Duration.ofSeconds(30)).analyze(SPEECH);
            assertEquals(2, analysis.calls().size());
            assertEquals(2, server.count());
            assertTrue(server.requests().getLast().text().contains("json_schema\""));
        }
    }

    @Test
    void a_busy_server_is_asked_again_when_it_said() {
        try (ScriptedServer server = ScriptedServer.always(answer(Analyzers.FITTING, "stop"))
                .first(ScriptedAnswer.json(429, "{}").with("Retry-After", "0"),
                        ScriptedAnswer.html(503, "busy").with("Retry-After-Ms", "1"))) {
            assertEquals(1, analyzer(server.url(), Duration.ofSeconds(30)).analyze(SPEECH).calls().size());
            assertEquals(3, server.count());
        }
    }

    static Stream<Arguments> once() {
        String refusal = "{\"id\":\"r\",\"choices\":[{\"message\":{\"refusal\":\"no\"},\"finish_reason\":\"stop\"}]}";
        return Stream.of(Arguments.of(ScriptedAnswer.json(429, "{}"), 1, "later", "quota"),
                Arguments.of(ScriptedAnswer.json(500, "{}"), 1, "later", "failed"),
                Arguments.of(ScriptedAnswer.json(401, "{\"error\":{\"message\":\"" + KEY + "\"}}"), 1, "later", "_KEY"),
                Arguments.of(ScriptedAnswer.html(504, "gateway"), 1, "unknown", "gateway"),
                Arguments.of(ScriptedAnswer.html(302, "").with("Location", "/elsewhere"), 1, "later", "_URL"),
                Arguments.of(ScriptedAnswer.json(400, "{\"detail\":[{\"input\":\"slept\"}]}"), 3, "never",
                        "_CHARACTERS"),
                Arguments.of(ScriptedAnswer.html(200, "<html>slept"), 1, "never", "no answer of a language model"),
                Arguments.of(ScriptedAnswer.json(200, "{\"error\":\"slept\"}"), 1, "never", "no answer"),
                Arguments.of(ScriptedAnswer.json(200, ""), 1, "never", "no answer"),
                Arguments.of(answer(Analyzers.FITTING, "stop").hungUp(), 1, "unknown", "broke off"),
                Arguments.of(answer(Analyzers.FITTING, "stop").cutAfter(20), 1, "unknown", "broke off"),
                Arguments.of(answer("{\"title\":\"slept", "length"), 2, "never", "cut off"),
                Arguments.of(answer("slept", "content_filter"), 2, "never", "refused"),
                Arguments.of(ScriptedAnswer.json(400, """
                        {"error":{"message":"filtered","code":"content_filter"}}"""), 2, "never", "refused"),
                Arguments.of(ScriptedAnswer.json(400, """
                        {"error":{"message":"Failed to validate JSON","code":"json_validate_failed",
                        "failed_generation":"slept"}}"""), 2, "never", "not a JSON object"),
                Arguments.of(ScriptedAnswer.json(200, refusal), 2, "never", "refused"),
                Arguments.of(answer("{\"title\":\"slept\"}", "stop"), 2, "never", "does not fit the template general"));
    }

    @ParameterizedTest
    @MethodSource("once")
    void failures_tell_what_became_of_the_call(ScriptedAnswer answer, int requests, String repeat, String told) {
        try (ScriptedServer server = ScriptedServer.always(answer)) {
            AnalysisFailedException failure = failure(analyzer(server.url(), Duration.ofSeconds(30)));
            assertTrue(failure.detail().contains(told), failure.detail());
            assertEquals(!repeat.equals("never"), failure.retryable(), failure.detail());
            assertEquals(repeat.equals("unknown"), failure.outcomeUnknown(), failure.detail());
            assertEquals(Optional.empty(), failure.retryAfter());
            assertEquals(requests, server.count());
            assertTellsNothing(failure);
        }
    }

    @Test
    void nobody_there_is_safe_to_repeat_and_tells_so() {
        AnalysisFailedException failure = failure(analyzer(ScriptedServer.refusing(), LONG));
        assertEquals(Optional.of(Duration.ZERO), failure.retryAfter());
        assertFalse(failure.outcomeUnknown());
    }

    @Test
    void unknown_hosts_are_safe_to_repeat() {
        AnalysisFailedException failure =
                failure(analyzer(URI.create("http://nobody.invalid"), LONG));
        assertEquals(Optional.of(Duration.ZERO), failure.retryAfter(), failure.detail());
    }

    @Test
    void an_answer_that_never_comes_or_never_ends_is_left_at_the_deadline() {
        for (ScriptedAnswer answer : List.of(ScriptedAnswer.never(),
                answer(Analyzers.FITTING, "stop").dripping(Duration.ofSeconds(1)))) {
            try (ScriptedServer server = ScriptedServer.always(answer)) {
                AnalysisFailedException failure = failure(analyzer(server.url(), SHORT));
                assertTrue(failure.outcomeUnknown(), failure.detail());
                assertEquals(1, server.count());
            }
        }
    }

    private static AnalysisFailedException failure(LanguageModelAnalyzer analyzer) {
        return assertThrows(AnalysisFailedException.class, () -> analyzer.analyze(SPEECH));
    }

    private static LanguageModelAnalyzer analyzer(URI url, Duration deadline) {
        return Analyzers.of(OpenAiChat.model(new OpenAiChatSettings(url, Optional.of(KEY), "m")),
                LanguageModelSettings.of("openai").withDeadline(deadline));
    }

    private static ScriptedAnswer answer(String content, String reason) {
        String text = JsonTrees.node(new dev.scripta.core.model.JsonString(content)).toString();
        return ScriptedAnswer.json(200, """
                {"id":"chat-1","model":"m-2026","choices":[{"index":0,"message":{"role":"assistant","content":%s},
                "finish_reason":"%s"}],"usage":{"prompt_tokens":12,"completion_tokens":34,"total_tokens":46}}"""
                .formatted(text, reason));
    }

    private static void assertTellsNothing(AnalysisFailedException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains("secret4711"), trace::toString);
        assertFalse(trace.toString().contains("slept"), trace::toString);
    }
}
