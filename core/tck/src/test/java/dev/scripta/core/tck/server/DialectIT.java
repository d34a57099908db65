package dev.scripta.core.tck.server;

import static dev.scripta.core.tck.server.Asking.end;
import static dev.scripta.core.tck.server.Asking.part;
import static dev.scripta.core.tck.server.Asking.postForm;
import static dev.scripta.core.tck.server.Asking.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.model.Word;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class DialectIT {

    private static final String PATH = "/v1/audio/transcriptions";
    private static final String WAV = "RIFF\0\0\0\0WAVEfmt ";
    private static final String VERBOSE = field("response_format", "verbose_json");
    private static final String MODEL = field("model", "whisper-1");
    private static final Heard HEARD = heard();

    /** The differences that readers stumble over, cut out of the whole answers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPENAI      | "language":"english" | "duration":2.35   | "start":0.25
            GROQ        | "language":"english" | "x_groq":{"id":   | "start":0.25
            SPEACHES    | "language":"en"      | "words":null      | "end":1.5
            VLLM        | "language":"en"      | "duration":"2.35" | "compression_ratio":-1.0
            VLLM_FLAT   | "language":"en"      | "duration":"2.35" | "compression_ratio":-1.0
            LOCALAI     | "start":250000000    | "end":1500000000  | "tokens":null
            WHISPER_CPP | "language":"english" | "words":[{"word"  | "text":" Hello.\\n"
            """)
    void verbose_answers_differ_as_those_of_the_servers_do(Dialect dialect, String one, String two, String three)
            throws Exception {
        String body = answer(dialect, PATH, MODEL, VERBOSE, file("a.wav", WAV)).body();
        for (String expected : List.of(one, two, three, "\"text\":\" Hello.\"")) {
            assertTrue(body.contains(expected), () -> expected + " is not in " + body);
        }
    }

    @Test
    void words_come_where_they_are_asked_for() throws Exception {
        String words = field("timestamp_granularities[]", "word");
        String onlyWords = answer(Dialect.OPENAI, PATH, MODEL, VERBOSE, words, file("a.wav", WAV)).body();
        assertTrue(onlyWords.contains("\"words\":[{\"word\":\"Hello.\",\"start\":0.25,\"end\":1.5}]"), onlyWords);
        assertFalse(onlyWords.contains("segments"), onlyWords);
        String both = answer(Dialect.OPENAI, PATH, MODEL, VERBOSE, words, field("timestamp_granularities[]", "segment"),
                file("a.wav", WAV)).body();
        assertTrue(both.contains("words") && both.contains("segments"), both);
    }

    @ParameterizedTest
    @EnumSource
    void short_answers_and_texts_have_no_times(Dialect dialect) throws Exception {
        assertEquals("{\"text\":\"Hello.\"}", answer(dialect, PATH, MODEL, file("a.wav", WAV)).body());
        HttpResponse<String> raw =
                answer(dialect, PATH, MODEL, field("response_format", "text"), file("a.wav", WAV));
        assertEquals("Hello.\n", raw.body());
        assertEquals(Optional.of("text/html; charset=utf-8"), raw.headers().firstValue("content-type"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPENAI      | 413 | 400 | {"error":{"message":
            GROQ        | 413 | 400 | {"error":{"message":
            SPEACHES    | 413 | 415 | {"detail":"
            VLLM        | 400 | 400 | {"error":{"message":
            VLLM_FLAT   | 400 | 400 | {"object":"error","message":
            LOCALAI     | 413 | 500 | {"error":{"code":500,
            WHISPER_CPP | 413 | 400 | Invalid request
            """)
    void what_the_servers_refuse_is_refused(Dialect dialect, int tooLarge, int unsupported, String start)
            throws Exception {
        String large = file("a.wav", WAV + "x".repeat(10_000));
        assertEquals(tooLarge, answer(dialect, PATH, MODEL, large).statusCode());
        for (String bad : List.of(file("a.wav", "no audio"), file("a", WAV), "")) {
            HttpResponse<String> refused = answer(dialect, PATH, MODEL, bad);
            assertEquals(unsupported, refused.statusCode());
            assertTrue(refused.body().startsWith(start), refused.body());
        }
        assertEquals(404, answer(dialect, "/v1/audio", MODEL, file("a.wav", WAV)).statusCode());
    }

    @Test
    void only_the_key_opens() throws Exception {
        ScriptedRequest request = new ScriptedRequest("POST", PATH, Map.of(), Form.NONE, "");
        assertEquals(401, TranscriptionService.of(Dialect.OPENAI, heard -> HEARD).withKey("k").apply(request).status());
    }

    @Test
    void whisper_cpp_reads_no_containers_and_has_no_translations() throws Exception {
        String webm = file("a.webm", "\u001aE\u00df\u00a3");
        assertEquals(400, answer(Dialect.WHISPER_CPP, PATH, webm).statusCode());
        assertEquals(200, answer(Dialect.OPENAI, PATH, MODEL, webm).statusCode());
        assertEquals(404, answer(Dialect.WHISPER_CPP, "/v1/audio/translations", file("a.wav", WAV)).statusCode());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WHISPER_CPP")
    void parameters_are_checked(Dialect dialect) throws Exception {
        assertTrue(answer(dialect, PATH, file("a.wav", WAV)).statusCode() >= 400, "no model");
        assertTrue(answer(dialect, PATH, field("model", "gpt-4o-transcribe"), VERBOSE, file("a.wav", WAV))
                .statusCode() >= 400, "no times");
        assertTrue(answer(dialect, PATH, MODEL, field("response_format", "xml"), file("a.wav", WAV))
                .statusCode() >= 400, "no such format");
    }

    @ParameterizedTest
    @EnumSource
    void every_trouble_is_an_error(Dialect dialect) {
        for (Trouble trouble : Trouble.values()) {
            assertTrue(dialect.trouble(trouble).status() >= 400, trouble::toString);
            assertTrue(dialect.trouble(trouble).body().length > 0, trouble::toString);
        }
    }

    private static HttpResponse<String> answer(Dialect dialect, String path, String... parts) throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(
                TranscriptionService.of(dialect, request -> HEARD).withMaxBytes(5_000))) {
            return postForm(server.url().resolve(path), text(String.join("", parts), end()));
        }
    }

    private static String field(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", value);
    }

    private static String file(String name, String content) {
        return part("Content-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: audio/wav",
                content);
    }

    private static Heard heard() {
        Duration start = Duration.ofMillis(250);
        Duration end = Duration.ofMillis(1_500);
        return new Heard(new Transcript("Hello.", Optional.of("en"),
                List.of(new Segment(start, end, "Hello.", List.of(new Word(start, end, "Hello.")))), Optional.empty()),
                Duration.ofMillis(2_350));
    }
}
