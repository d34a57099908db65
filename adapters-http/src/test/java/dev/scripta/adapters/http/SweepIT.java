package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertSaved;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.adapters.http.socket.Logged;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What was accepted is finished by sweeps, as soon as that is possible and worth it. */
class SweepIT extends SpoolTests {

    @Test
    void a_deferred_recording_stays_until_the_journal_says_done() throws Exception {
        try (RunningApi api = server()) {
            backend.storeAway = true;
            assertSaved("DEFERRED", api.upload("s1", Backend.SPEECH));
            api.sweep();
            assertEquals(2, files("accepted").size());
            assertEquals(1, backend.recognitions.get());
            backend.storeAway = false;
            api.sweep();
            assertAll(() -> assertEquals(1, api.stored()), () -> assertEquals(List.of(), files("accepted")),
                    () -> assertEquals(1, backend.recognitions.get()), () -> assertEquals(1, backend.analyses.get()));
        }
    }

    /** F11. */
    @Test
    void what_the_store_refuses_for_good_is_not_given_up_again_at_each_sweep() throws Exception {
        try (RunningApi api = server()) {
            backend.savesRefused = true;
            assertSaved("DEFERRED", api.upload("s1", Backend.SPEECH));
            for (int i = 0; i < 5; i++) {
                backend.drain();
                api.sweep();
            }
            backend.drain();
            assertAll(() -> assertEquals(List.of(), files("accepted")),
                    () -> assertEquals(0, backend.backlog.size().entries()),
                    () -> assertEquals(2, backend.backlog.size().dead()),
                    () -> assertEquals(1, backend.recognitions.get()));
        }
    }

    @Test
    void a_long_one_keeps_no_other_waiting_and_is_begun_once() throws Exception {
        SpeechToText engine = backend.engine;
        try (RunningApi api = server(); Gate gate = new Gate()) {
            backend.engine = audio -> {
                throw new TranscriptionFailedException("busy", true);
            };
            api.upload("s1", Backend.SPEECH);
            api.upload("s2", Backend.OTHER_SPEECH);
            backend.clock.advance(Duration.ofMinutes(1));
            AtomicBoolean first = new AtomicBoolean(true);
            backend.engine = audio -> {
                if (first.getAndSet(false)) {
                    gate.pass();
                }
                return engine.transcribe(audio);
            };
            api.beginSweep();
            gate.awaitArrival();
            api.beginSweep();
            api.awaitBackground(1);
            assertEquals(1, api.stored());
            gate.open();
            api.awaitBackground();
            assertAll(() -> assertEquals(2, api.stored()), () -> assertEquals(4, backend.recognitions.get()),
                    () -> assertEquals(List.of(), files("accepted")));
        }
    }

    @Test
    void a_sweep_ends_at_once_when_the_store_is_away() throws Exception {
        try (RunningApi api = server()) {
            backend.engine = audio -> {
                throw new TranscriptionFailedException("busy", true);
            };
            api.upload("s1", Backend.SPEECH);
            api.upload("s2", Backend.SPEECH);
            backend.clock.advance(Duration.ofMinutes(10));
            backend.storeAway = true;
            api.sweep();
            assertEquals(2, backend.recognitions.get());
        }
    }

    @Test
    void an_engine_that_comes_back_finishes_without_a_retry_of_the_client() throws Exception {
        SpeechToText engine = backend.engine;
        try (RunningApi api = server()) {
            backend.engine = audio -> {
                throw new IllegalStateException("a bug");
            };
            assertEquals(503, api.upload("s1", Backend.SPEECH).statusCode());
            backend.engine = engine;
            backend.clock.advance(Duration.ofMinutes(1));
            api.sweep();
            assertAll(() -> assertEquals(1, api.stored()), () -> assertEquals(List.of(), files("accepted")));
        }
    }

    /** Nobody but the log hears of a key that was withdrawn overnight. */
    @Test
    void why_a_sweep_could_not_finish_is_logged_in_words() throws Exception {
        try (RunningApi api = server(); Logged logged = new Logged(AcceptedRecordings.class.getPackageName())) {
            backend.engine = audio -> {
                throw new TranscriptionFailedException("The engine refused the key.", true);
            };
            assertEquals(503, api.upload("s1", Backend.SPEECH).statusCode());
            backend.clock.advance(Duration.ofMinutes(1));
            api.sweep();
            String line = logged.next();
            assertTrue(line.contains("The engine refused the key."), line);
        }
    }
}
