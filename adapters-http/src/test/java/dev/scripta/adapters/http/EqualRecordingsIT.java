package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertSaved;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Requests of the same recording share its file, and none takes it from another. */
class EqualRecordingsIT extends SpoolTests {

    @Test
    void a_retry_brings_a_recording_that_waits_to_its_end() throws Exception {
        try (RunningApi api = server()) {
            backend.conversationsAway = true;
            assertSaved("DEFERRED", api.upload("s1", Backend.SPEECH));
            backend.conversationsAway = false;
            assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
            assertAll(() -> assertEquals(List.of(), files("accepted")), () -> assertEquals(1, backend.recognitions
                    .get()));
        }
    }

    @Test
    void while_one_processes_again_nobody_takes_its_audio_away() throws Exception {
        SpeechToText engine = backend.engine;
        try (Gate gate = new Gate();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                RunningApi api = server()) {
            api.upload("s1", Backend.SPEECH);
            backend.engine = gate.beforeEngine(engine);
            Future<HttpResponse<String>> again = threads.submit(() -> api.reprocess("s1", Backend.SPEECH));
            gate.awaitArrival();
            backend.engine = audio -> Transcript.of("not asked");
            Future<HttpResponse<String>> retry = threads.submit(() -> api.upload("s1", Backend.SPEECH));
            api.sweep();
            assertEquals(2, files("accepted").size());
            gate.open();
            assertSaved("UNCHANGED", again.get());
            assertEquals(200, retry.get().statusCode());
            assertAll(() -> assertEquals(2, backend.recognitions.get()), () -> api.awaitSpooled(0));
        }
    }

    @Test
    void a_replay_beside_it_does_not_settle_what_shall_be_processed_again() throws Exception {
        SpeechToText engine = backend.engine;
        try (Gate gate = new Gate();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                RunningApi api = serverKeepingAudio(Duration.ofDays(1))) {
            api.upload("s1", Backend.SPEECH);
            backend.analyzer = transcript -> {
                throw new AnalysisFailedException("busy", true);
            };
            backend.engine = gate.beforeEngine(engine);
            Future<HttpResponse<String>> again = threads.submit(() -> api.reprocess("s1", Backend.SPEECH));
            gate.awaitArrival();
            backend.clock.advance(LEASE_OVER);
            backend.engine = engine;
            assertEquals(503, api.upload("s1", Backend.SPEECH).statusCode());
            gate.open();
            assertEquals(503, again.get().statusCode());
            assertTrue(Files.readString(files("accepted").get(1)).contains("\"reprocess\":true"));
            assertTrue(Files.readString(files("accepted").get(1)).contains("\"done\":false"));
        }
    }
}
