package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SaveAnalysisIT extends ApiTests {

    private static FormData form(String session, String transcript, String analysis) {
        return new FormData().text("session_id", session).text("transcript", transcript).text("analysis", analysis);
    }

    @Test
    void a_transcript_and_its_analysis_are_saved() throws Exception {
        HttpResponse<String> answer = api.post(SAVE, form("s1", "hello", "{\"a\": 1.0}"));
        assertAll(() -> assertEquals(200, answer.statusCode()),
                () -> assertEquals("{\"status\":\"saved\",\"session_id\":\"s1\",\"conversation_id\":1,"
                        + "\"save\":{\"outcome\":\"CREATED\",\"revision\":1}}", answer.body()),
                () -> assertTrue(answer.headers().firstValue("etag").orElseThrow().matches("\"1-[0-9a-f]{16}\"")));
    }

    @Test
    void the_backup_save_of_an_upload_changes_nothing() throws Exception {
        api.post(UPLOAD, new FormData().text("session_id", "s1").file("audio_file", RunningApi.SPEECH));
        // A browser sends LF as CRLF, and its JSON without the form of numbers.
        HttpResponse<String> answer = api.post(SAVE,
                form("s1", RunningApi.WORDS, "{\"words\":4.0}"));
        assertAll(() -> assertTrue(answer.body().contains("\"save\":{\"outcome\":\"UNCHANGED\",\"revision\":1}")),
                () -> assertEquals(1, api.stored()));
    }

    @Test
    void other_content_replaces() throws Exception {
        api.post(SAVE, form("s1", "hello", "{}"));
        HttpResponse<String> answer = api.post(SAVE, form("s1", "hello again", "{}"));
        assertTrue(answer.body().contains("\"save\":{\"outcome\":\"UPDATED\",\"revision\":2}"), answer.body());
    }

    @Test
    void a_form_may_be_urlencoded() throws Exception {
        HttpResponse<String> answer = api.send("POST", SAVE, Optional.of("application/x-www-form-urlencoded"),
                BodyPublishers.ofString("session_id=s1&transcript=gr%C3%BC%C3%9Fe+%26+k%C3%BCsse&analysis=%7B%7D"));
        assertAll(() -> assertEquals(200, answer.statusCode()),
                () -> assertTrue(api.get("/api/user/conversations/1")
                        .body()
                        .contains("\"transcript\":\"grüße & küsse\"")));
    }

    @Test
    void of_a_repeated_field_the_last_counts_and_unknown_fields_do_not() throws Exception {
        api.post(SAVE, form("first", "one", "{}").text("session_id", "last").text("else", "?"));
        assertTrue(api.get("/api/user/conversations/1").body().contains("\"session_id\":\"last\""));
    }

    @Test
    void an_empty_transcript_is_a_value() throws Exception {
        assertEquals(200, api.post(SAVE, form("s1", "", "{}")).statusCode());
    }

    @Test
    void fifty_first_saves_at_once_make_one_conversation() throws Exception {
        int clients = 50;
        CyclicBarrier start = new CyclicBarrier(clients);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return api.post(SAVE, form("s1", "hello", "{}"));
                }));
            }
        }
        int created = 0;
        for (Future<HttpResponse<String>> answer : answers) {
            assertEquals(200, answer.get().statusCode());
            created += answer.get().body().contains("\"CREATED\"") ? 1 : 0;
        }
        assertEquals(1, created);
        assertEquals(1, api.stored());
    }

    @Test
    void a_store_that_hangs_holds_nobody_who_does_not_need_it() throws Exception {
        int clients = 20;
        CountDownLatch saving = new CountDownLatch(clients);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor(); Gate gate = new Gate()) {
            api.backend.beforeSave = () -> {
                saving.countDown();
                gate.pass();
            };
            for (int i = 0; i < clients; i++) {
                String session = "s" + i;
                answers.add(threads.submit(() -> api.post(SAVE, form(session, "hello", "{}"))));
            }
            assertTrue(saving.await(20, TimeUnit.SECONDS), () -> saving.getCount() + " wait for the others' store");
            Future<HttpResponse<String>> refused = threads.submit(() -> api.post(SAVE, form("s", "hello", "{")));
            assertEquals(400, refused.get(20, TimeUnit.SECONDS).statusCode());
        }
        for (Future<HttpResponse<String>> answer : answers) {
            assertEquals(200, answer.get().statusCode());
        }
    }
}
