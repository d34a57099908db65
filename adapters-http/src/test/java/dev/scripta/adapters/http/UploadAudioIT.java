package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Sha256;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class UploadAudioIT extends ApiTests {

    @Test
    void a_recording_becomes_the_sessions_conversation() throws Exception {
        HttpResponse<String> answer = api.post(UPLOAD,
                new FormData().text("session_id", "s1").file("audio_file", RunningApi.SPEECH));
        assertAll(() -> assertEquals(200, answer.statusCode()),
                () -> assertEquals("application/json", answer.headers().firstValue("content-type").orElseThrow()),
                () -> assertTrue(answer.headers().firstValue("etag").orElseThrow().matches("\"1-[0-9a-f]{16}\"")),
                () -> assertEquals("{\"status\":\"completed\",\"session_id\":\"s1\",\"timestamp\":\"20261122072625\","
                        + "\"audio_sha256\":\"" + Sha256.of(RunningApi.SPEECH).hex() + "\","
                        + "\"transcript\":\"first line\\nsecond line\","
                        + "\"analysis\":{\"words\":4},\"conversation_id\":1,"
                        + "\"engine\":\"in-memory\",\"save\":{\"outcome\":\"CREATED\",\"revision\":1}}", answer.body()),
                () -> assertEquals(1, api.stored()));
    }

    @Test
    void the_order_of_the_parts_does_not_matter() throws Exception {
        assertEquals(200, api.post(UPLOAD,
                new FormData().file("audio_file", RunningApi.SPEECH).text("session_id", "s1")).statusCode());
    }

    @Test
    void the_same_recording_again_changes_nothing() throws Exception {
        FormData form = new FormData().text("session_id", "s1").file("audio_file", RunningApi.SPEECH);
        HttpResponse<String> first = api.post(UPLOAD, form);
        HttpResponse<String> again = api.post(UPLOAD, form);
        assertAll(() -> assertEquals(200, again.statusCode()),
                () -> assertTrue(again.body().contains("\"save\":{\"outcome\":\"UNCHANGED\",\"revision\":1}")),
                () -> assertEquals(first.headers().firstValue("etag"), again.headers().firstValue("etag")),
                () -> assertEquals(1, api.stored()));
    }

    @Test
    void silence_is_answered_without_words_and_not_saved() throws Exception {
        HttpResponse<String> answer = api.post(UPLOAD,
                new FormData().text("session_id", "s1").file("audio_file", RunningApi.SILENCE));
        assertAll(() -> assertEquals(200, answer.statusCode()),
                () -> assertTrue(answer.body().contains("\"transcript\":\"\",\"analysis\":{},\"engine\"")),
                () -> assertTrue(answer.body().contains("\"save\":{\"outcome\":\"SKIPPED\"}")),
                () -> assertTrue(answer.headers().firstValue("etag").isEmpty()),
                () -> assertEquals(0, api.stored()));
    }

    @Test
    void nothing_stays_in_the_spool() throws Exception {
        api.post(UPLOAD, new FormData().text("session_id", "s1").file("audio_file", RunningApi.SPEECH));
        api.post(UPLOAD, new FormData().text("session_id", "s1").file("audio_file", new byte[]{1, 2, 3}));
        api.post(UPLOAD, new FormData().file("audio_file", RunningApi.SPEECH));
        api.awaitSpooled(0);
    }
}
