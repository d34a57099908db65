package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.header;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long recordings do not hang on one request. */
class RespondAsyncIT extends ApiTests {

    @Test
    void a_recording_is_followed_from_acceptance_to_its_result() throws Exception {
        Rehearsal rehearsal = new Rehearsal(api.backend);
        HttpResponse<String> accepted = api.submit("s 1/2", Backend.SPEECH);
        String location = header(accepted, "location");
        assertAll(() -> assertEquals(202, accepted.statusCode(), accepted.body()),
                () -> assertEquals("respond-async", header(accepted, "preference-applied")),
                () -> assertTrue(location.endsWith("?session_id=s%201%2F2"), location),
                () -> assertTrue(accepted.body().startsWith("{\"session_id\":\"s 1/2\",\"audio_sha256\":\""),
                        accepted.body()));
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
        HttpResponse<String> status = api.get(location);
        assertAll(() -> assertEquals(200, status.statusCode()),
                () -> assertEquals("done", Events.stage(status.body())),
                () -> assertTrue(status.body().contains("\"outcome\":\"UNCHANGED\""), status.body()),
                () -> assertEquals(List.of(0, 0), api.counted()), () -> assertEquals(1, api.stored()));
    }
}
