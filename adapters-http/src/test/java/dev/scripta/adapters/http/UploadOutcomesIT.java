package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static dev.scripta.adapters.http.Answers.assertSaved;
import static dev.scripta.adapters.http.Answers.header;
import static dev.scripta.adapters.http.Answers.replayed;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.model.Word;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request after the other: each answer to an upload, with its headers. */
class UploadOutcomesIT extends ApiTests {

    @Test
    void the_first_answer_is_no_replay_and_its_repetition_is_one() throws Exception {
        HttpResponse<String> first = api.upload("s1", Backend.SPEECH);
        HttpResponse<String> again = api.upload("s1", Backend.SPEECH);
        assertSaved("CREATED\",\"revision\":1}}", first);
        assertSaved("UNCHANGED\",\"revision\":1}}", again);
        assertAll(replayed(false, first), replayed(true, again),
                () -> assertEquals(header(first, "etag"), header(again, "etag")),
                () -> assertEquals("no-store", header(first, "cache-control")),
                () -> assertEquals(first.body().replace("CREATED", "UNCHANGED"), again.body()),
                () -> assertEquals(1, api.backend.recognitions.get()),
                () -> assertEquals(1, api.backend.analyses.get()), () -> assertEquals(1, api.replays.get()));
    }

    /** H02: only the bytes of the audio count. */
    @Test
    void other_part_order_file_name_and_framing_is_the_same_recording() throws Exception {
        api.upload("s1", Backend.SPEECH);
        HttpResponse<String> again = api.send("POST", UPLOAD,
                Optional.of("multipart/form-data; boundary=x"),
                BodyPublishers.ofString("--x\r\nContent-Disposition: form-data;"
                        + " name=\"audio_file\"; filename=\"other.webm\"\r\nContent-Type: video/webm\r\n\r\n"
                        + new String(Backend.SPEECH, StandardCharsets.UTF_8)
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"session_id\"\r\n\r\ns1\r\n--x--\r\n"));
        assertSaved("UNCHANGED", again);
        assertAll(replayed(true, again), () -> assertEquals(1, api.backend.recognitions.get()));
    }

    /** H03: other bytes are another recording. */
    @Test
    void other_audio_of_the_session_is_new_work() throws Exception {
        HttpResponse<String> first = api.upload("s1", Backend.SPEECH);
        HttpResponse<String> other = api.upload("s1", Backend.OTHER_SPEECH);
        assertSaved("UPDATED\",\"revision\":2}}", other);
        assertAll(replayed(false, other), () -> assertEquals(2, api.backend.recognitions.get()),
                () -> assertNotEquals(header(first, "etag"), header(other, "etag")),
                () -> assertEquals(1, api.stored()));
    }

    /** X07: it is answered with its own result, and leaves what was saved since. */
    @Test
    void a_late_retry_of_an_older_recording_is_superseded() throws Exception {
        api.upload("s1", Backend.SPEECH);
        HttpResponse<String> newer = api.upload("s1", Backend.OTHER_SPEECH);
        HttpResponse<String> late = api.upload("s1", Backend.SPEECH);
        assertSaved("SUPERSEDED\",\"revision\":2}}", late);
        assertAll(replayed(true, late), () -> assertEquals(header(newer, "etag"), header(late, "etag")),
                () -> assertTrue(late.body().contains("first line")),
                () -> assertTrue(api.get(CONVERSATIONS + "/1").body().contains("other words")),
                () -> assertEquals(2, api.backend.recognitions.get()));
    }

    @Test
    void processing_again_on_purpose_pays_again() throws Exception {
        api.upload("s1", Backend.SPEECH);
        HttpResponse<String> again = api.reprocess("s1", Backend.SPEECH);
        assertAll(replayed(false, again), () -> assertSaved("UNCHANGED", again),
                () -> assertEquals(2, api.backend.recognitions.get()), () -> assertEquals(2, api.backend.analyses
                        .get()),
                () -> api.awaitSpooled(0));
    }

    @Test
    void false_is_not_on_purpose() throws Exception {
        api.upload("s1", Backend.SPEECH);
        assertAll(replayed(true, api.post(UPLOAD, new FormData().text("session_id", "s1")
                .text("reprocess", "false")
                .file("audio_file", Backend.SPEECH))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "TRUE", "yes", "true "})
    void anything_else_than_true_or_false_is_refused(String value) throws Exception {
        HttpResponse<String> answer = api.post(UPLOAD, new FormData().text("session_id", "s1")
                .text("reprocess", value)
                .file("audio_file", Backend.SPEECH));
        assertProblem(422, "about:blank", answer);
        assertTrue(answer.body()
                .endsWith("\"errors\":[{\"field\":\"reprocess\",\"detail\":\"reprocess must be true or false\"}]}"),
                answer.body());
        assertAll(() -> assertEquals(0, api.backend.recognitions.get()), () -> api.awaitSpooled(0));
    }

    @Test
    void with_the_store_away_the_result_is_answered_and_the_save_deferred() throws Exception {
        api.backend.storeAway = true;
        HttpResponse<String> answer = api.upload("s1", Backend.SPEECH);
        assertSaved("DEFERRED\",\"durable\":true}}", answer);
        assertAll(replayed(false, answer), () -> assertEquals("no-store", header(answer, "cache-control")),
                () -> assertEquals("", header(answer, "etag")),
                () -> assertTrue(answer.body().contains("\"transcript\":\"first line\\nsecond line\"")),
                () -> assertFalse(answer.body().contains("conversation_id")));
        HttpResponse<String> retry = api.upload("s1", Backend.SPEECH);
        assertAll(replayed(true, retry), () -> assertEquals(1, api.backend.recognitions.get()));
        api.backend.storeAway = false;
        api.backend.drain();
        assertSaved("UNCHANGED\",\"revision\":1}}", api.upload("s1", Backend.SPEECH));
    }

    @Test
    void a_result_that_nobody_can_keep_says_so() throws Exception {
        try (RunningApi full = new RunningApi(folder.resolve("full"), new Backend(0))) {
            full.backend.conversationsAway = true;
            HttpResponse<String> answer = full.upload("s1", Backend.SPEECH);
            assertSaved("DEFERRED\",\"durable\":false}}", answer);
            assertEquals("no-store", header(answer, "cache-control"));
            full.backend.conversationsAway = false;
            full.sweep();
            assertAll(() -> assertEquals(1, full.stored()), () -> assertEquals(1, full.backend.recognitions.get()));
        }
    }

    @Test
    void processing_again_needs_the_store() throws Exception {
        api.upload("s1", Backend.SPEECH);
        api.backend.storeAway = true;
        HttpResponse<String> answer = api.reprocess("s1", Backend.SPEECH);
        assertProblem(503, "about:blank", answer);
        assertAll(() -> assertEquals("5", header(answer, "retry-after")),
                () -> assertEquals(1, api.backend.recognitions.get()));
    }

    @ParameterizedTest
    @CsvSource({"true,503,5", "false,502,''"})
    void a_failed_recognition_says_whether_a_retry_helps(boolean retryable, int status, String retryAfter)
            throws Exception {
        api.backend.engine = audio -> {
            throw new TranscriptionFailedException("The engine is not well.", retryable);
        };
        HttpResponse<String> answer = api.upload("s1", Backend.SPEECH);
        assertProblem(status, "about:blank", answer);
        assertEquals(retryAfter, header(answer, "retry-after"));
    }

    /** Whoever asks again, now or within the rest, knows that it may be paid for twice. */
    @Test
    void a_call_that_may_have_been_billed_is_told_as_such() throws Exception {
        api.backend.engine = audio -> {
            throw new TranscriptionFailedException("The engine did not answer in time.", true).withOutcomeUnknown();
        };
        assertProblem(503, "/problems/outcome-unknown", api.upload("s1", Backend.SPEECH));
        HttpResponse<String> tooEarly = api.upload("s1", Backend.SPEECH);
        assertProblem(503, "/problems/outcome-unknown", tooEarly);
        assertAll(() -> assertEquals("", header(tooEarly, "retry-after")),
                () -> assertEquals(1, api.backend.recognitions.get()));
    }

    @Test
    void what_is_missing_and_what_was_paid_is_told() throws Exception {
        api.backend.engine = audio -> new Transcript("hello", Optional.of("en"),
                List.of(new Segment(Duration.ZERO, Duration.ofMillis(500), "hello",
                        List.of(new Word(Duration.ofMillis(100), Duration.ofMillis(400), "hello")))),
                Optional.of("ear"), List.of(new Gap(Duration.ofSeconds(3), Duration.ofMillis(10_250))),
                List.of(EngineCall.of("ear")
                        .ofModel("large")
                        .withRequest("req_7")
                        .withAudio(Duration.ofMillis(10_500))));
        api.backend.analyzer = transcript -> new Analysis(JsonObject.of("title", "Hello"), Optional.of("general"),
                List.of(EngineCall.of("mind").withTokens(12, 3)));
        String told = "\"gaps\":[{\"start\":3.0,\"end\":10.25}],\"template\":\"general\",";
        HttpResponse<String> answer = api.upload("s1", Backend.SPEECH);
        assertTrue(answer.body().contains("\"engine\":\"ear\"," + told + "\"save\""), answer.body());
        String stored = api.get(CONVERSATIONS + "/1").body();
        assertTrue(stored.contains("\"segments\":[{\"start\":0.0,\"end\":0.5,\"text\":\"hello\",\"words\":["
                + "{\"start\":0.1,\"end\":0.4,\"text\":\"hello\"}]}]," + told + "\"usage\":{\"transcription\":["
                + "{\"engine\":\"ear\",\"model\":\"large\",\"request_id\":\"req_7\",\"audio_seconds\":10.5}],"
                + "\"analysis\":[{\"engine\":\"mind\",\"input_tokens\":12,\"output_tokens\":3}]}"), stored);
    }

    @Test
    void an_engine_knows_best_when_to_come_back() throws Exception {
        api.backend.engine = audio -> {
            throw new TranscriptionFailedException("Busy.", true).after(Duration.ofMillis(42_001));
        };
        assertEquals("43", header(api.upload("s1", Backend.SPEECH), "retry-after"));
        HttpResponse<String> tooEarly = api.upload("s1", Backend.SPEECH);
        assertProblem(503, "about:blank", tooEarly);
        assertAll(() -> assertEquals("43", header(tooEarly, "retry-after")),
                () -> assertEquals(1, api.backend.recognitions.get()));
    }

    /** F15: what was recognised is not recognised again. */
    @Test
    void after_a_failed_analysis_a_retry_pays_for_the_analysis_alone() throws Exception {
        var analyzer = api.backend.analyzer;
        api.backend.analyzer = transcript -> {
            throw new AnalysisFailedException("The model is busy.", true);
        };
        assertProblem(503, "about:blank", api.upload("s1", Backend.SPEECH));
        api.backend.analyzer = analyzer;
        api.backend.clock.advance(Duration.ofMinutes(1));
        assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
        assertAll(() -> assertEquals(1, api.backend.recognitions.get()),
                () -> assertEquals(2, api.backend.analyses.get()));
    }

    /** X10: no status, header or body tells of another owner's session. */
    @Test
    void the_same_session_of_another_owner_is_another_conversation() throws Exception {
        HttpResponse<String> mine = api.upload("s1", Backend.SPEECH);
        HttpResponse<String> theirs = api.upload("s1", Backend.SPEECH, "Test-Owner", "another");
        assertSaved("CREATED\",\"revision\":1}}", theirs);
        assertAll(replayed(false, theirs), () -> assertEquals(2, api.backend.recognitions.get()),
                () -> assertEquals(mine.body().replace("\"conversation_id\":1", "\"conversation_id\":2"),
                        theirs.body()),
                () -> assertEquals(404, api.send("GET", CONVERSATIONS + "/1", Optional.empty(),
                        BodyPublishers.noBody(), "Test-Owner", "another").statusCode()));
    }

    @Test
    void a_store_that_refuses_for_good_is_our_fault() throws Exception {
        api.backend.analyzer = transcript -> {
            throw new StorageFailedException("The store refuses.", false);
        };
        HttpResponse<String> answer = api.upload("s1", Backend.SPEECH);
        assertProblem(500, "about:blank", answer);
        assertEquals("", header(answer, "retry-after"));
    }
}
