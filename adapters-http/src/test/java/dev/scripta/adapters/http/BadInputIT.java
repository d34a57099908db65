package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputIT extends ApiTests {

    /** Every refusal is a problem document that says what to change, stores nothing and tells no secrets. */
    private void assertRefused(int status, String detail, HttpResponse<String> answer) {
        assertAll(() -> assertEquals(status, answer.statusCode(), answer.body()),
                () -> assertEquals("application/problem+json", answer.headers().firstValue("content-type").orElse("")),
                () -> assertTrue(answer.body().contains(detail), answer.body()),
                () -> assertTrue(answer.body().contains("\"instance\":\"/"), answer.body()),
                () -> assertFalse(answer.body().contains("Exception"), answer.body()),
                () -> assertEquals(0, api.stored()), () -> api.awaitSpooled(0));
    }

    record Refusal(int status, String detail, String path, FormData form) {}

    private static Refusal save(int status, String detail, String session, String transcript, String analysis) {
        return new Refusal(status, detail, SAVE, new FormData().text("session_id", session)
                .text("transcript", transcript)
                .text("analysis", analysis));
    }

    static Stream<Refusal> refusals() {
        String deep = "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}";
        String deepButReadable = "{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}";
        return Stream.of(
                save(422, "session_id must have 1 to 100 characters", "", "t", "{}"),
                save(422, "session_id must not be blank", "   ", "t", "{}"),
                save(422, "session_id must have 1 to 100 characters", "x".repeat(101), "t", "{}"),
                save(422, "session_id must not contain control characters", "a\u0007b", "t", "{}"),
                save(422, "session_id must not contain the NUL character", "a\u0000b", "t", "{}"),
                save(422, "transcript must not contain the NUL character", "s", "a\u0000b", "{}"),
                save(422, "a JSON string must not contain the NUL character", "s", "t", "{\"a\":\"\\u0000\"}"),
                save(422, "a JSON string must not contain a lone surrogate", "s", "t", "{\"a\":\"\\ud800\"}"),
                save(422, "a member name must not contain a lone surrogate", "s", "t", "{\"\\udc00\":1}"),
                save(422, "a JSON number must be within the range of a double", "s", "t", "{\"a\":1e400}"),
                save(422, "not be longer than 1,100 characters", "s", "t", "{\"a\":" + "1".repeat(100_000) + "}"),
                save(422, "not be longer than 1,100 characters", "s", "t", "{\"a\":0." + "0".repeat(2_000) + "1}"),
                save(422, "within the range of a double", "s", "t", "{\"a\":1e99999999999}"),
                save(422, "analysis must not hold more than 100000 values", "s", "t",
                        "{\"a\":[" + "1,".repeat(100_000) + "1]}"),
                save(422, "analysis must not nest deeper than 200", "s", "t", deepButReadable),
                save(422, "analysis must not nest deeper than 200", "s", "t", deep),
                save(400, "Invalid analysis JSON format", "s", "t", ""),
                save(400, "Invalid analysis JSON format", "s", "t", "{'a':1}"),
                save(400, "Invalid analysis JSON format", "s", "t", "{\"a\":NaN}"),
                save(400, "Invalid analysis JSON format", "s", "t", "{} {}"),
                save(400, "Invalid analysis JSON format", "s", "t", "\ufeff{}"),
                save(400, "Invalid analysis JSON format", "s", "t", "[1]"),
                save(400, "Invalid analysis JSON format", "s", "t", "null"),
                save(400, "Invalid analysis JSON format", "s", "t", "\"text\""),
                new Refusal(413, "1048576", SAVE, new FormData().text("session_id", "s")
                        .text("transcript", "x".repeat((1 << 20) + 1))
                        .text("analysis", "{}")),
                new Refusal(422, "session_id is required; transcript is required; analysis is required", SAVE,
                        new FormData()),
                new Refusal(422, "transcript must be text, not a file", SAVE, new FormData().text("session_id", "s")
                        .file("transcript", new byte[1])
                        .text("analysis", "{}")),
                new Refusal(422, "session_id is required", UPLOAD,
                        new FormData().file("audio_file", RunningApi.SPEECH)),
                new Refusal(422, "audio_file is required", UPLOAD, new FormData().text("session_id", "s")),
                new Refusal(422, "audio_file must be a file, not text", UPLOAD,
                        new FormData().text("session_id", "s").text("audio_file", "RIFF")),
                new Refusal(422, "session_id must have 1 to 100 characters", UPLOAD,
                        new FormData().text("session_id", "x".repeat(101)).file("audio_file", RunningApi.SPEECH)),
                new Refusal(400, "The recording is empty", UPLOAD,
                        new FormData().text("session_id", "s").file("audio_file", new byte[0])),
                new Refusal(415, "knows only the recordings", UPLOAD,
                        new FormData().text("session_id", "s")
                                .file("audio_file", "just text".getBytes(StandardCharsets.UTF_8))),
                new Refusal(413, "1048576", UPLOAD,
                        new FormData().text("session_id", "s").file("audio_file", new byte[(1 << 20) + 1])));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void bad_input_is_refused_with_a_reason(Refusal refusal) throws Exception {
        assertRefused(refusal.status(), refusal.detail(), api.post(refusal.path(), refusal.form()));
    }

    @Test
    void every_faulty_field_is_named() throws Exception {
        HttpResponse<String> answer = api.post(SAVE, new FormData().text("session_id", "").text("analysis", "{}"));
        assertTrue(answer.body()
                .contains("\"errors\":[{\"field\":\"session_id\",\"detail\":\"session_id must have 1 to"
                        + " 100 characters\"},{\"field\":\"transcript\",\"detail\":\"transcript is required\"}]"),
                answer.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "multipart/form-data                     | 400 | Missing boundary in multipart.",
            "multipart/form-data; boundary=other     | 400 | There was an error parsing the body",
            "application/json                        | 422 | session_id is required; audio_file is required",
            "text/plain                              | 422 | session_id is required; audio_file is required"})
    void a_body_that_is_no_form_is_refused(String type, int status, String detail) throws Exception {
        byte[] body = new FormData().text("session_id", "s").file("audio_file", RunningApi.SPEECH).bytes();
        assertRefused(status, detail, api.send("POST", UPLOAD, Optional.of(type), BodyPublishers.ofByteArray(body)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {UPLOAD + " | session_id is required; audio_file is required",
            SAVE + " | session_id is required; transcript is required; analysis is required"})
    void without_a_body_every_field_is_missing(String path, String detail) throws Exception {
        assertRefused(422, detail, api.send("POST", path, Optional.empty(), BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @CsvSource({"session_id=%ED%A0%80&transcript=t&analysis={}", "session_id=%FF&transcript=t&analysis={}",
            "session_id=%4&transcript=t&analysis={}"})
    void text_that_is_not_utf_8_is_refused(String body) throws Exception {
        assertRefused(400, body.contains("%4&") ? "error parsing the body" : "not valid UTF-8", api.send("POST", SAVE,
                Optional.of("application/x-www-form-urlencoded"), BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @CsvSource({"GET,/api,404,''", "GET,/api/nothing,404,''", "POST,/api/nothing/,404,''", "GET,/login,404,''",
            "GET,/api/upload-audio,405,POST", "PUT,/api/save-analysis,405,POST", "POST,/api/health,405,GET",
            "DELETE,/api/user/conversations,405,GET", "PUT,/api/user/conversations/1,405,'GET, DELETE'",
            "OPTIONS,/api/health,405,GET", "HEAD,/api/health,405,GET"})
    void unknown_paths_and_methods_are_told_apart(String method, String path, int status, String allow)
            throws Exception {
        HttpResponse<String> answer = api.send(method, path, Optional.empty(), BodyPublishers.noBody());
        assertAll(() -> assertEquals(status, answer.statusCode()),
                () -> assertEquals(allow, answer.headers().firstValue("allow").orElse("")),
                () -> assertEquals("application/problem+json", answer.headers().firstValue("content-type").orElse("")));
    }
}
