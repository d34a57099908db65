package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static dev.scripta.adapters.http.Answers.assertSaved;
import static dev.scripta.adapters.http.Answers.header;
import static dev.scripta.adapters.http.Answers.replayed;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.WorkRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Uploads that meet each other at work. */
class UploadsAtOnceIT extends ApiTests {

    /** A server that looked after its clients would know of a reset long before. */
    private static final Duration TIME_TO_NOTICE = Duration.ofMillis(500);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletionService<HttpResponse<String>> ended = new ExecutorCompletionService<>(threads);

    @AfterEach
    void end() {
        threads.close();
    }

    /** Starts one upload, and more as soon as the first is at work. */
    private List<Future<HttpResponse<String>>> startWhileHeld(Gate gate, Callable<HttpResponse<String>> upload,
            int more) {
        List<Future<HttpResponse<String>>> answers = new ArrayList<>(List.of(ended.submit(upload)));
        gate.awaitArrival();
        for (int i = 0; i < more; i++) {
            answers.add(ended.submit(upload));
        }
        return answers;
    }

    /** X12: seats for followers are bounded, and who gets none is told at once. */
    @Test
    void the_follower_that_finds_no_seat_is_told_at_once_and_all_share_one_result() throws Exception {
        int seats = WorkRules.DEFAULT.followers();
        List<Future<HttpResponse<String>>> answers;
        try (Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(api.backend.engine);
            answers = startWhileHeld(gate, () -> api.upload("s1", Backend.SPEECH), seats + 1);
            HttpResponse<String> rejected = ended.take().get();
            assertProblem(409, "/problems/recording-in-progress", rejected);
            assertAll(() -> assertEquals("5", header(rejected, "retry-after")),
                    () -> assertEquals(1, answers.stream().filter(Future::isDone).count()),
                    // Equal uploads share one file and its manifest.
                    () -> api.awaitSpooled(2),
                    () -> assertEquals(1, api.useCases.processRecording().inWork()));
        }
        int led = 0;
        int followed = 0;
        for (Future<HttpResponse<String>> answer : answers) {
            if (answer.get().statusCode() == 200) {
                assertSaved("CREATED", answer.get());
                led += header(answer.get(), "idempotent-replayed").equals("false") ? 1 : 0;
                followed += header(answer.get(), "idempotent-replayed").equals("true") ? 1 : 0;
            }
        }
        assertEquals(List.of(1, seats), List.of(led, followed));
        HttpResponse<String> later = api.upload("s1", Backend.SPEECH);
        assertAll(replayed(true, later), () -> assertEquals(1, api.backend.recognitions.get()),
                () -> assertEquals(1, api.backend.analyses.get()), () -> api.awaitSpooled(0),
                () -> assertEquals(0, api.useCases.processRecording().inWork()));
    }

    @Test
    void patience_that_ends_is_told_too() throws Exception {
        try (RunningApi hasty = new RunningApi(api.backend, WorkRules.DEFAULT.withPatience(Duration.ofMillis(1)),
                RunningApi.settings(folder.resolve("hasty"), Duration.ZERO, 1 << 20, RunningApi.CONNECTIONS));
                Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(api.backend.engine);
            Future<HttpResponse<String>> first = startWhileHeld(gate, () -> api.upload("s1", Backend.SPEECH), 0).get(0);
            HttpResponse<String> onAnotherInstance = hasty.upload("s1", Backend.SPEECH);
            assertProblem(409, "/problems/recording-in-progress", onAnotherInstance);
            // Whoever is at work may yet die.
            hasty.awaitSpooled(2);
            gate.open();
            assertSaved("CREATED", first.get());
            hasty.sweep();
            assertAll(() -> hasty.awaitSpooled(0), () -> assertEquals(1, api.backend.recognitions.get()),
                    () -> assertEquals(0, hasty.useCases.processRecording().inWork()));
        }
    }

    /** X06: the newest acceptance wins, however long each takes. */
    @Test
    void of_two_recordings_at_once_the_one_accepted_last_becomes_the_conversation() throws Exception {
        SpeechToText engine = api.backend.engine;
        try (Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(engine);
            Future<HttpResponse<String>> slow = startWhileHeld(gate, () -> api.upload("s1", Backend.SPEECH), 0).get(0);
            api.backend.engine = engine;
            HttpResponse<String> quick = api.upload("s1", Backend.OTHER_SPEECH);
            gate.open();
            assertSaved("CREATED", quick);
            assertSaved("SUPERSEDED", slow.get());
            assertAll(() -> assertTrue(slow.get().body().contains("first line")),
                    () -> assertTrue(quick.body().contains("other words")),
                    () -> assertTrue(api.get(CONVERSATIONS + "/1").body().contains("other words")));
        }
    }

    /** X11: one call, one problem for all; the next call only after the engine's rest. */
    @Test
    void followers_share_the_failure_of_the_first() throws Exception {
        List<Future<HttpResponse<String>>> answers;
        try (Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(audio -> {
                throw new TranscriptionFailedException("The engine is busy.", true);
            });
            answers = startWhileHeld(gate, () -> api.upload("s1", Backend.SPEECH), 8);
        }
        for (Future<HttpResponse<String>> answer : answers) {
            assertProblem(503, "about:blank", answer.get());
            assertEquals("5", header(answer.get(), "retry-after"));
        }
        assertEquals(1, api.backend.recognitions.get());
        api.backend.clock.advance(Duration.ofSeconds(5));
        api.upload("s1", Backend.SPEECH);
        assertAll(() -> assertEquals(2, api.backend.recognitions.get()),
                () -> assertEquals(0, api.useCases.processRecording().inWork()));
    }

    /** F16: who hangs up gets the result with the next try. */
    @Test
    void a_client_that_leaves_does_not_cancel_the_work() throws Exception {
        try (Gate gate = new Gate()) {
            SpeechToText engine = api.backend.engine;
            api.backend.engine = gate.beforeEngine(engine);
            uploadAndLeave(gate);
            assertFalse(gate.isGivenUpWithin(TIME_TO_NOTICE), "the work goes on");
            api.backend.engine = audio -> Transcript.of("must not be asked " + Sha256.of(Backend.SPEECH));
            Future<HttpResponse<String>> retry = threads.submit(() -> api.upload("s1", Backend.SPEECH));
            gate.open();
            assertTrue(retry.get().body().contains("first line"), retry.get().body());
            assertAll(replayed(true, retry.get()), () -> assertEquals(1, api.backend.recognitions.get()));
        }
    }

    /** The server sees a reset. */
    private void uploadAndLeave(Gate gate) throws IOException {
        FormData form = new FormData().text("session_id", "s1").file("audio_file", Backend.SPEECH);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream()
                    .write(("POST /api/upload-audio HTTP/1.1\r\nHost: x\r\nContent-Type: " + form.contentType()
                            + "\r\nContent-Length: " + form.bytes().length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(form.bytes());
            gate.awaitArrival();
            socket.setSoLinger(true, 0);
        }
    }
}
