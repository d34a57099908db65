package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static dev.scripta.adapters.http.Answers.assertSaved;
import static dev.scripta.adapters.http.Answers.untraced;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.SpeechToText;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came to nothing goes when its owner says so, audio and all; nothing else does. */
class DiscardRecordingIT extends ApiTests {

    private static final String NONE = "{\"recordings\":[]}";

    private HttpResponse<String> discard(String... headers) throws Exception {
        return api.delete(RunningApi.statusPath("s1", Backend.SPEECH), headers);
    }

    private static SpeechToText failing(boolean retryable) {
        return audio -> {
            throw new TranscriptionFailedException("Broken.", retryable);
        };
    }

    /** One that cannot be repeated is given up; one that rests waits in the spool. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_failed_goes_with_its_audio_and_can_be_sent_again(boolean retryable) throws Exception {
        SpeechToText engine = api.backend.engine;
        api.backend.engine = failing(retryable);
        api.upload("s1", Backend.SPEECH);
        api.awaitSpooled(2);
        assertEquals(retryable ? List.of(1, 0) : List.of(0, 1), api.counted());
        HttpResponse<String> gone = discard();
        assertAll(() -> assertEquals(200, gone.statusCode()),
                () -> assertEquals("{\"status\":\"success\",\"message\":\"Recording discarded\"}", gone.body()),
                () -> assertEquals(NONE, api.get("/api/user/recordings").body()),
                () -> assertEquals(404, api.status("s1", Backend.SPEECH).statusCode()), () -> api.awaitSpooled(0),
                () -> assertProblem(404, "about:blank", discard()));
        api.backend.engine = engine;
        api.sweep();
        assertEquals(0, api.stored(), "nobody goes on with it");
        assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
    }

    @Test
    void another_owners_failure_is_as_unknown_as_one_that_never_was() throws Exception {
        HttpResponse<String> unknown = discard();
        api.backend.engine = failing(false);
        api.upload("s1", Backend.SPEECH);
        HttpResponse<String> anothers = discard("Test-Owner", "another");
        assertProblem(404, "about:blank", anothers);
        assertEquals(untraced(unknown), untraced(anothers));
        assertTrue(api.get("/api/user/recordings").body().contains("\"failed\""));
    }

    @Test
    void what_is_in_work_goes_on() throws Exception {
        try (Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(api.backend.engine);
            assertEquals(202, api.submit("s1", Backend.SPEECH).statusCode());
            gate.awaitArrival();
            HttpResponse<String> refused = discard();
            assertProblem(409, "about:blank", refused);
            assertTrue(refused.body().contains("in work"), refused.body());
            gate.open();
        }
        api.awaitBackground();
        assertEquals(1, api.stored());
    }

    @Test
    void what_became_a_conversation_is_not_a_recording_to_discard() throws Exception {
        assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
        HttpResponse<String> refused = discard();
        assertProblem(409, "about:blank", refused);
        assertTrue(refused.body().contains("delete that"), refused.body());
        assertEquals(1, api.stored());
    }

    @Test
    void who_wants_it_gone_while_it_is_taken_up_again_loses_nothing() throws Exception {
        ConversationAnalyzer analyzer = api.backend.analyzer;
        api.backend.analyzer = transcript -> {
            throw new AnalysisFailedException("Busy.", true);
        };
        assertEquals(503, api.upload("s1", Backend.SPEECH).statusCode());
        api.backend.analyzer = analyzer;
        api.backend.clock.advance(Duration.ofMinutes(1));
        try (Gate gate = new Gate()) {
            api.backend.beforeClaim = gate::pass;
            api.beginSweep();
            gate.awaitArrival();
            assertProblem(409, "about:blank", discard());
            gate.open();
        }
        api.awaitBackground();
        assertAll(() -> assertEquals(1, api.stored()),
                () -> assertEquals(1, api.backend.recognitions.get(), "the words that were there are used"));
    }

    @Test
    void what_was_left_behind_goes_and_a_result_that_was_never_saved_does_not() throws Exception {
        RecordingKey left = key(Backend.SPEECH);
        RecordingKey unsaved = key(Backend.OTHER_SPEECH);
        claim(left);
        api.backend.stores().journal().complete(claim(unsaved), new Content(Transcript.of("words"), Analysis.NONE));
        api.backend.clock.advance(Duration.ofMinutes(10));
        assertEquals(200, discard().statusCode());
        HttpResponse<String> refused = api.delete(RunningApi.statusPath("s1", Backend.OTHER_SPEECH));
        assertProblem(409, "about:blank", refused);
        assertTrue(refused.body().contains("not saved"), refused.body());
        assertSaved("CREATED", api.upload("s1", Backend.OTHER_SPEECH));
        assertEquals(0, api.backend.recognitions.get(), "it had its words");
    }

    private static RecordingKey key(byte[] audio) {
        return new RecordingKey(new ConversationKey(OwnerId.LOCAL, new SessionId("s1")), Sha256.of(audio));
    }

    private Claim claim(RecordingKey recording) {
        JournalAnswer answer = api.backend.stores()
                .journal()
                .claim(new ClaimRequest(recording, new Order(1), false), Duration.ofSeconds(30));
        return assertInstanceOf(JournalAnswer.Granted.class, answer).claim();
    }

    @Test
    void while_the_store_is_away_it_is_said_and_may_be_asked_again() throws Exception {
        api.backend.engine = failing(false);
        api.upload("s1", Backend.SPEECH);
        api.backend.storeAway = true;
        assertEquals(503, discard().statusCode());
        api.backend.storeAway = false;
        assertEquals(200, discard().statusCode());
        assertEquals(NONE, api.get("/api/user/recordings").body());
    }
}
