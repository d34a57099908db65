package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not sign in gets results, and nothing is kept of them. */
class GuestsIT extends SignInTests {

    private static final String[] NOBODY = {};

    private long storedFor(String owner) {
        return api.backend.stores().conversations().list(new OwnerId(owner), new PageRequest(1, 1)).total();
    }

    @Test
    void a_guests_recording_is_answered_and_not_kept() throws Exception {
        HttpResponse<String> answer = api.upload("s1", RunningApi.SPEECH, NOBODY);
        assertAll(() -> Answers.assertSaved("SKIPPED\"}", answer),
                () -> assertEquals(RunningApi.WORDS, object(answer).getString("transcript")),
                () -> assertFalse(object(answer).containsKey("conversation_id"), answer.body()),
                () -> assertTrue(object(answer).getJsonObject("analysis").containsKey("words"), answer.body()),
                () -> assertEquals("no-store", Answers.header(answer, "cache-control")),
                () -> assertEquals("", Answers.header(answer, "etag")));
        assertNothingKept();
    }

    @Test
    void a_guests_analysis_is_checked_and_not_kept() throws Exception {
        HttpResponse<String> answer = api.save("s1", "hello", "{}", NOBODY);
        assertAll(() -> assertEquals(200, answer.statusCode()),
                () -> assertEquals("{\"status\":\"skipped\",\"session_id\":\"s1\",\"conversation_id\":null,"
                        + "\"save\":{\"outcome\":\"SKIPPED\"}}", answer.body()));
        assertNothingKept();
    }

    private void assertNothingKept() throws Exception {
        assertEquals(List.of(0L, 0L, 0L), Stream.of("local", "1", "2").map(this::storedFor).toList());
        api.awaitSpooled(0);
        assertEquals(List.of(0, 0), api.counted());
        assertEquals(0, api.backend.backlog.size().entries());
    }

    @Test
    void pages_send_an_empty_token_when_nobody_is_signed_in() throws Exception {
        assertAll(() -> Answers.assertSaved("SKIPPED",
                api.upload("s1", RunningApi.SPEECH, "Authorization", "Bearer ")),
                () -> Answers.assertSaved("SKIPPED", api.save("s1", "hello", "{}", "Authorization", "Bearer")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer junk", "Bearer a.b.c"})
    void who_sends_a_token_that_is_not_valid_is_no_guest(String header) throws Exception {
        assertAll(() -> assertEquals(401,
                api.upload("s1", RunningApi.SPEECH, "Authorization", header).statusCode()),
                () -> assertEquals(401, api.save("s1", "hello", "{}", "Authorization", header).statusCode()),
                () -> assertEquals(0, api.backend.recognitions.get()));
    }

    @Test
    void where_guests_are_not_welcome_they_are_told_to_sign_in() throws Exception {
        restart(settings(Optional.empty(), false));
        String token = token("ann@example.com");
        for (HttpResponse<String> answer : List.of(api.upload("s1", RunningApi.SPEECH, NOBODY),
                api.save("s1", "hello", "{}", NOBODY),
                api.save("s1", "hello", "{}", "Authorization", "Bearer "))) {
            assertAll(() -> Answers.assertProblem(403, "about:blank", answer),
                    () -> assertEquals("Not authenticated", object(answer).getString("detail")));
        }
        assertEquals(0, api.backend.recognitions.get());
        Answers.assertSaved("CREATED", api.save("s1", "hello", "{}", bearer(token)));
    }

    @Test
    void what_guests_send_must_be_right_all_the_same() throws Exception {
        assertAll(() -> assertEquals(400, api.save("s1", "hello", "[]", NOBODY).statusCode()),
                () -> assertEquals(422, api.save("", "hello", "{}", NOBODY).statusCode()),
                () -> assertEquals(422,
                        api.post(ApiTests.UPLOAD, new FormData().file("audio_file", RunningApi.SPEECH)).statusCode()),
                () -> assertEquals(422,
                        api.post(ApiTests.UPLOAD, new FormData().text("session_id", "s1").text("audio_file", "x"))
                                .statusCode()),
                () -> assertEquals(400, api.send("POST", ApiTests.UPLOAD,
                        Optional.of("multipart/form-data; boundary=x"), BodyPublishers.ofString("--x\r\nbroken"))
                        .statusCode()));
        assertNothingKept();
    }

    @Test
    void while_accounts_cannot_be_asked_a_token_signed_here_is_believed_and_the_recording_is_kept() throws Exception {
        String token = token("ann@example.com");
        api.backend.accountsAway = true;
        HttpResponse<String> uploaded = api.upload("s1", RunningApi.SPEECH, bearer(token));
        HttpResponse<String> junk = api.upload("s1", RunningApi.SPEECH, "Authorization", "Bearer a.b.c");
        Answers.assertSaved("CREATED", uploaded);
        assertEquals(1, storedFor("1"));
        assertEquals(401, junk.statusCode());
    }

    @Test
    void while_accounts_are_broken_no_token_is_believed() throws Exception {
        String token = token("ann@example.com");
        api.backend.accountsBroken = true;
        assertAll(() -> assertEquals(500, api.upload("s1", RunningApi.SPEECH, bearer(token)).statusCode()),
                () -> assertEquals(500, api.save("s1", "hello", "{}", bearer(token)).statusCode()),
                () -> assertEquals(0, api.backend.recognitions.get()));
    }

    @Test
    void while_every_store_is_away_the_save_is_deferred_for_its_owner() throws Exception {
        String token = token("ann@example.com");
        api.backend.storeAway = true;
        assertEquals(202, api.save("s1", "hello", "{}", bearer(token)).statusCode());
        api.backend.storeAway = false;
        api.backend.drain();
        assertEquals(1, storedFor("1"));
    }
}
