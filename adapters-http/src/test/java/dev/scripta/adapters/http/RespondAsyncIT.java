package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static dev.scripta.adapters.http.Answers.assertSaved;
import static dev.scripta.adapters.http.Answers.header;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long recordings do not hang on one request. */
class RespondAsyncIT extends ApiTests {

    private static final Duration ENGINE_RESTED = Duration.ofMinutes(1);

    private static void assertAccepted(HttpResponse<String> answer) {
        assertAll(() -> assertEquals(202, answer.statusCode(), answer.body()),
                () -> assertEquals("respond-async", header(answer, "preference-applied")));
    }

    private String stage(String session, byte[] audio) throws Exception {
        return Events.stage(api.status(session, audio).body());
    }

    /** The last status of a recording that comes to an end. */
    private String followed(String session, byte[] audio) throws Exception {
        try (Events events = Events.of(api.port(), session, audio)) {
            return events.last();
        }
    }

    @Test
    void a_recording_is_followed_from_acceptance_to_its_result() throws Exception {
        Rehearsal rehearsal = new Rehearsal(api.backend);
        HttpResponse<String> accepted = api.submit("s 1/2", Backend.SPEECH);
        String location = header(accepted, "location");
        assertAccepted(accepted);
        assertTrue(location.endsWith("?session_id=s%201%2F2"), location);
        assertTrue(accepted.body().startsWith("{\"session_id\":\"s 1/2\",\"audio_sha256\":\""), accepted.body());
        rehearsal.recognising.awaitArrival();
        try (Events events = Events.of(api.port(), "s%201%2F2", Backend.SPEECH)) {
            assertEquals("transcribing", events.stage());
            rehearsal.heard.accept(0.25);
            assertEquals("transcribing 0.25", events.stage());
            rehearsal.recognising.open();
            assertEquals("analysing", events.stage());
            rehearsal.analysing.open();
            assertEquals("saving", events.stage());
            rehearsal.saving.open();
            String done = events.next().orElseThrow();
            assertEquals("done", Events.stage(done));
            assertTrue(done.contains("\"conversation_id\":1") && done.contains("second line"), done);
            assertEquals("end", events.stage());
        }
        api.awaitBackground();
        HttpResponse<String> status = api.get(location);
        assertAll(() -> assertEquals("done", Events.stage(status.body())),
                () -> assertTrue(status.body().contains("\"outcome\":\"UNCHANGED\""), status.body()),
                () -> assertEquals("no-store", header(status, "cache-control")),
                () -> assertEquals("", header(status, "x-accel-buffering")),
                () -> assertEquals(List.of(0, 0), api.counted()), () -> assertEquals(1, api.stored()));
    }

    @Test
    void what_was_done_before_is_done_at_once() throws Exception {
        assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
        HttpResponse<String> again = api.submit("s1", Backend.SPEECH);
        assertAccepted(again);
        assertEquals("done", Events.stage(again.body()));
        api.awaitBackground();
        assertAll(() -> assertEquals(1, api.backend.recognitions.get()), () -> api.awaitSpooled(0),
                () -> assertEquals("{\"recordings\":[]}", api.get("/api/user/recordings").body()));
    }

    @Test
    void what_is_paid_again_on_purpose_is_not_done_before_it_is() throws Exception {
        assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
        try (Gate gate = new Gate()) {
            SpeechToText engine = api.backend.engine;
            api.backend.engine = gate.beforeEngine(audio -> Transcript.of("heard better"));
            HttpResponse<String> again = api.submitAgain("s1", Backend.SPEECH);
            assertAccepted(again);
            assertFalse(again.body().contains("\"done\""), again.body());
            gate.awaitArrival();
            assertEquals("transcribing", stage("s1", Backend.SPEECH));
            gate.open();
            String last = followed("s1", Backend.SPEECH);
            assertTrue(last.contains("heard better"), last);
            api.backend.engine = engine;
        }
        assertEquals(2, api.backend.recognitions.get());
    }

    @Test
    void an_equal_recording_joins() throws Exception {
        try (Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(api.backend.engine);
            assertAccepted(api.submit("s1", Backend.SPEECH));
            gate.awaitArrival();
            assertAccepted(api.submit("s1", Backend.SPEECH));
            assertAll(() -> api.awaitSpooled(2),
                    () -> assertEquals(List.of(1, 0), api.inBackgroundAndFollowed()));
        }
        assertTrue(followed("s1", Backend.SPEECH).contains("second line"));
        api.awaitBackground();
        assertAll(() -> assertEquals(1, api.backend.recognitions.get()), () -> api.awaitSpooled(0),
                () -> assertEquals(1, api.stored()));
    }

    @Test
    void guests_wait_for_their_result() throws Exception {
        HttpResponse<String> answer = api.submit("s1", Backend.SPEECH, "Test-Owner", SelfDeclaredCallers.GUEST);
        assertAll(() -> assertEquals(200, answer.statusCode()), () -> assertEquals("", header(answer, "location")),
                () -> assertEquals("", header(answer, "preference-applied")));
        api.awaitSpooled(0);
    }

    @Test
    void what_cannot_be_accepted_is_refused_as_ever() throws Exception {
        assertProblem(422, "about:blank",
                api.post(UPLOAD, new FormData().file("audio_file", Backend.SPEECH), "Prefer", "respond-async"));
        assertProblem(413, "about:blank", api.submit("s1", new byte[1 << 21]));
        api.awaitSpooled(0);
    }

    @Test
    void an_engine_that_fails_is_waited_for_and_the_work_goes_on_by_itself() throws Exception {
        SpeechToText engine = api.backend.engine;
        api.backend.engine = audio -> {
            throw new TranscriptionFailedException("The engine is busy.", true);
        };
        assertAccepted(api.submit("s1", Backend.SPEECH));
        api.awaitBackground();
        try (Events events = Events.of(api.port(), "s1", Backend.SPEECH)) {
            String waiting = events.next().orElseThrow();
            assertTrue(waiting.contains("\"stage\":\"waiting\",\"attempts\":1,\"retry_after\":5,\"problem\":"
                    + "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                    + "\"detail\":\"The engine is busy.\"}"), waiting);
            assertEquals("waiting", Events.stage(listed()));
            api.backend.engine = engine;
            api.backend.clock.advance(ENGINE_RESTED);
            api.sweep();
            String last = events.last();
            assertTrue(last.contains("\"stage\":\"done\",\"attempts\":2,\"result\":"), last);
        }
        assertEquals("{\"recordings\":[]}", listed());
    }

    private String listed() throws Exception {
        return api.get("/api/user/recordings").body();
    }

    @Test
    void what_cannot_be_used_has_failed_and_says_why() throws Exception {
        byte[] picture = {1, 2, 3};
        assertAccepted(api.submit("s1", picture));
        String failed = followed("s1", picture);
        assertTrue(failed.contains("\"stage\":\"failed\",\"attempts\":1,\"problem\":{\"type\":\"about:blank\","
                + "\"title\":\"Unsupported Media Type\",\"status\":415,\"detail\":"), failed);
        api.awaitBackground();
        api.awaitSpooled(0);
    }

    @Test
    void what_was_given_up_has_failed_until_it_is_sent_again() throws Exception {
        SpeechToText engine = api.backend.engine;
        api.backend.engine = audio -> {
            throw new TranscriptionFailedException("No answer came.", true).withOutcomeUnknown();
        };
        assertAccepted(api.submit("s1", Backend.SPEECH));
        api.awaitBackground();
        assertEquals("failed", stage("s1", Backend.SPEECH));
        assertTrue(listed().contains("\"type\":\"/problems/outcome-unknown\""), listed());
        api.backend.storeAway = true;
        assertEquals("failed", stage("s1", Backend.SPEECH));
        assertEquals("failed", Events.stage(listed()));
        api.backend.storeAway = false;
        api.backend.clock.advance(ENGINE_RESTED);
        try (Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(engine);
            HttpResponse<String> again = api.submit("s1", Backend.SPEECH);
            assertFalse(again.body().contains("failed"), again.body());
            gate.awaitArrival();
        }
        assertTrue(followed("s1", Backend.SPEECH).contains("second line"));
    }

    @Test
    void silence_is_done_and_not_saved() throws Exception {
        assertAccepted(api.submit("s1", Backend.SILENCE));
        String done = followed("s1", Backend.SILENCE);
        assertAll(() -> assertTrue(done.contains("\"save\":{\"outcome\":\"SKIPPED\"}"), done),
                () -> assertFalse(done.contains("conversation_id"), done), () -> assertEquals(0, api.stored()));
    }

    @Test
    void with_the_store_away_the_result_waits_and_is_told() throws Exception {
        api.backend.storeAway = true;
        try (Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(api.backend.engine);
            assertAccepted(api.submit("s1", Backend.SPEECH));
            gate.awaitArrival();
            assertEquals("transcribing", stage("s1", Backend.SPEECH));
        }
        String done = followed("s1", Backend.SPEECH);
        assertTrue(done.contains("\"save\":{\"outcome\":\"DEFERRED\",\"durable\":true}"), done);
        api.awaitBackground();
        assertEquals("done", Events.stage(listed()));
        assertFalse(listed().contains("result"), listed());
        assertEquals(503, api.status("s2", Backend.SPEECH).statusCode());
        api.backend.storeAway = false;
        api.backend.drain();
        api.sweep();
        assertTrue(api.status("s1", Backend.SPEECH).body().contains("UNCHANGED"));
        assertAll(() -> assertEquals("{\"recordings\":[]}", listed()), () -> assertEquals(1, api.stored()),
                () -> assertEquals(1, api.backend.recognitions.get()));
    }

    @Test
    void a_deleted_conversation_has_no_status_any_more() throws Exception {
        assertAccepted(api.submit("s1", Backend.SPEECH));
        assertTrue(followed("s1", Backend.SPEECH).contains("\"conversation_id\":1"));
        api.awaitBackground();
        assertEquals(200, api.delete(CONVERSATIONS + "/1").statusCode());
        assertProblem(404, "about:blank", api.status("s1", Backend.SPEECH));
    }

    @Test
    void recordings_are_listed_for_their_owner_newest_first() throws Exception {
        try (Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(api.backend.engine);
            for (String session : List.of("s1", "s2", "s3")) {
                api.submit(session, Backend.SPEECH);
                api.backend.clock.advance(Duration.ofSeconds(1));
            }
            api.submit("s4", Backend.SPEECH, "Test-Owner", "another");
            String sessions = listed().replaceAll(".*?\"session_id\":\"(s[0-9])\".*?}", "$1 ");
            assertTrue(sessions.startsWith("s3 s2 s1 "), listed());
            assertFalse(listed().contains("s4"), listed());
        }
        api.awaitBackground();
        assertEquals("{\"recordings\":[]}", listed());
    }
}
