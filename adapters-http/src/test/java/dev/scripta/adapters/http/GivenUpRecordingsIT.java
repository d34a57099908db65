package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody can finish, or may repeat, is given up, and waits for a person. */
class GivenUpRecordingsIT extends SpoolTests {

    @Test
    void what_an_engine_could_not_do_is_tried_again_and_in_the_end_given_up() throws Exception {
        try (RunningApi api = server()) {
            backend.engine = audio -> {
                throw new TranscriptionFailedException("busy", true);
            };
            assertEquals(503, api.upload("s1", Backend.SPEECH).statusCode());
            api.sweep();
            assertEquals(1, backend.recognitions.get(), "the engine rests");
            backend.clock.advance(Duration.ofMinutes(1));
            api.sweep();
            assertEquals(2, backend.recognitions.get());
            backend.clock.advance(Duration.ofDays(7));
            api.sweep();
            assertAll(() -> assertEquals(2, backend.recognitions.get()),
                    () -> assertEquals(List.of(), files("accepted")), () -> assertEquals(2, files("given-up").size()));
        }
    }

    /** At once: a sweep after the engine's rest would pay again for what is known to fail. */
    @Test
    void what_an_engine_refuses_for_good_is_given_up() throws Exception {
        try (RunningApi api = server()) {
            backend.analyzer = transcript -> {
                throw new AnalysisFailedException("no such model", false);
            };
            assertEquals(502, api.upload("s1", Backend.SPEECH).statusCode());
            backend.clock.advance(Duration.ofMinutes(1));
            api.sweep();
            assertAll(() -> assertEquals(List.of(), files("accepted")), () -> assertEquals(2, files("given-up").size()),
                    () -> assertEquals(1, backend.analyses.get()));
        }
    }

    /** Nothing repeats it but a client that was told: the sweep would pay twice behind everybody's back. */
    @Test
    void what_may_have_been_billed_is_repeated_by_its_client_alone() throws Exception {
        SpeechToText engine = backend.engine;
        try (RunningApi api = server()) {
            backend.engine = audio -> {
                throw new TranscriptionFailedException("no answer", true).withOutcomeUnknown();
            };
            assertEquals(503, api.upload("s1", Backend.SPEECH).statusCode());
            backend.engine = engine;
            backend.clock.advance(Duration.ofMinutes(1));
            api.sweep();
            assertAll(() -> assertEquals(1, backend.recognitions.get()), () -> assertEquals(List.of(0, 1), api
                    .counted()));
            assertEquals(200, api.upload("s1", Backend.SPEECH).statusCode());
            assertAll(() -> assertEquals(2, backend.recognitions.get()), () -> assertEquals(1, api.stored()),
                    () -> assertEquals(List.of(0, 0), api.counted()));
        }
    }

    @Test
    void what_lies_there_and_what_is_given_up_is_counted() throws Exception {
        try (RunningApi api = server()) {
            assertEquals(List.of(0, 0), api.counted());
            backend.analyzer = transcript -> {
                throw new AnalysisFailedException("busy", true);
            };
            api.upload("s1", Backend.SPEECH);
            assertEquals(List.of(1, 0), api.counted());
            backend.analyzer = transcript -> {
                throw new AnalysisFailedException("no such model", false);
            };
            api.upload("s2", Backend.SPEECH);
            assertEquals(List.of(1, 1), api.counted());
        }
    }
}
