package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertSaved;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.adapters.http.socket.Logged;
import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.WorkRules;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was accepted is finished, whatever becomes of its client and of the process. */
class AcceptedRecordingsIT {

    private static final Duration LEASE_OVER = WorkRules.DEFAULT.lease().plusSeconds(1);

    @TempDir
    Path folder;

    private final Backend backend = new Backend();

    private RunningApi server() {
        return new RunningApi(folder, backend);
    }

    private RunningApi serverKeepingAudio(Duration time) {
        return new RunningApi(backend, WorkRules.DEFAULT,
                RunningApi.settings(folder, time, 1 << 20, RunningApi.CONNECTIONS));
    }

    private List<Path> files(String place) throws IOException {
        Path where = folder.resolve("spool").resolve(place);
        if (Files.notExists(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.sorted().toList();
        }
    }

    /** Uploads on a server that stands still at the gate for good, as good as dead: its claim runs out. */
    private Future<HttpResponse<String>> uploadAndDie(RunningApi dead, Gate gate, ExecutorService threads) {
        Future<HttpResponse<String>> answer = threads.submit(() -> dead.upload("s1", Backend.SPEECH));
        gate.awaitArrival();
        backend.clock.advance(LEASE_OVER);
        return answer;
    }

    @Test
    void what_a_crash_interrupted_is_finished_without_its_client() throws Exception {
        SpeechToText engine = backend.engine;
        try (Gate gate = new Gate();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                RunningApi dead = server()) {
            backend.engine = gate.beforeEngine(engine);
            Future<HttpResponse<String>> answer = uploadAndDie(dead, gate, threads);
            assertEquals(2, files("accepted").size());
            backend.engine = engine;
            try (RunningApi next = server()) {
                assertEquals(2, files("accepted").size(), "a start deletes nothing that was accepted");
                next.sweep();
                assertEquals(1, next.stored());
                assertEquals(List.of(), files("accepted"));
                HttpResponse<String> retry = next.upload("s1", Backend.SPEECH);
                assertAll(() -> assertSaved("UNCHANGED", retry),
                        () -> assertEquals("true", retry.headers().firstValue("idempotent-replayed").orElse("")),
                        () -> assertEquals(2, backend.recognitions.get()), () -> assertEquals(1, backend.analyses
                                .get()));
            }
            gate.open();
            assertSaved("UNCHANGED", answer.get());
        }
        assertEquals(1, backend.analyses.get());
    }

    @Test
    void a_transcript_that_was_finished_before_the_crash_is_not_paid_for_twice() throws Exception {
        ConversationAnalyzer analyzer = backend.analyzer;
        try (Gate gate = new Gate();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                RunningApi dead = server()) {
            backend.analyzer = gate.beforeAnalyzer(analyzer);
            Future<HttpResponse<String>> answer = uploadAndDie(dead, gate, threads);
            backend.analyzer = analyzer;
            try (RunningApi next = server()) {
                next.sweep();
                assertAll(() -> assertEquals(1, next.stored()), () -> assertEquals(1, backend.recognitions.get()),
                        () -> assertEquals(2, backend.analyses.get()), () -> assertEquals(List.of(), files(
                                "accepted")));
            }
            gate.open();
            assertEquals(200, answer.get().statusCode());
        }
    }

    @Test
    void the_order_of_the_acceptance_is_kept_though_the_work_ends_last() throws Exception {
        SpeechToText engine = backend.engine;
        try (Gate gate = new Gate();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                RunningApi dead = server()) {
            backend.engine = gate.beforeEngine(engine);
            Future<HttpResponse<String>> answer = uploadAndDie(dead, gate, threads);
            backend.engine = engine;
            try (RunningApi next = server()) {
                next.upload("s1", Backend.OTHER_SPEECH);
                next.sweep();
                String stored = next.get("/api/user/conversations/1").body();
                assertAll(() -> assertTrue(stored.contains("other words"), stored),
                        () -> assertEquals(List.of(), files("accepted")));
            }
            gate.open();
            assertSaved("SUPERSEDED", answer.get());
        }
    }

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

    @Test
    void a_refused_recording_goes_at_once() throws Exception {
        try (RunningApi api = server()) {
            assertEquals(415, api.upload("s1", new byte[]{1, 2, 3}).statusCode());
            api.awaitSpooled(0);
        }
    }

    @Test
    void audio_is_kept_as_long_as_was_asked_for() throws Exception {
        try (RunningApi api = serverKeepingAudio(Duration.ofDays(1))) {
            api.upload("s1", Backend.SPEECH);
            api.sweep();
            assertTrue(Arrays.equals(Backend.SPEECH, Files.readAllBytes(files("accepted").get(0))));
            assertTrue(Files.readString(files("accepted").get(1)).contains("\"done\":true"));
            assertEquals(1, backend.recognitions.get());
            backend.clock.advance(Duration.ofDays(1));
            api.sweep();
            assertEquals(List.of(), files("accepted"));
        }
    }

    @Test
    void a_deleted_conversation_takes_its_audio_along() throws Exception {
        try (RunningApi api = serverKeepingAudio(Duration.ofDays(1))) {
            api.upload("s1", Backend.SPEECH);
            api.upload("s2", Backend.SPEECH);
            assertEquals(200, delete(api, "1").statusCode());
            assertEquals(2, files("accepted").size());
            assertEquals(404, delete(api, "1").statusCode());
            assertTrue(Files.readString(files("accepted").get(1)).contains("\"session\":\"s2\""));
        }
    }

    @Test
    void a_deleted_conversation_does_not_come_back_from_a_deferred_recording() throws Exception {
        try (RunningApi api = server()) {
            backend.storeAway = true;
            api.upload("s1", Backend.SPEECH);
            backend.storeAway = false;
            backend.drain();
            assertEquals(200, delete(api, "1").statusCode());
            api.sweep();
            assertAll(() -> assertEquals(0, api.stored()), () -> assertEquals(1, backend.recognitions.get()));
        }
    }

    private static HttpResponse<String> delete(RunningApi api, String id) throws Exception {
        return api.send("DELETE", "/api/user/conversations/" + id, Optional.empty(), BodyPublishers.noBody());
    }

    @Test
    void a_damaged_manifest_is_put_aside_and_stops_nothing() throws Exception {
        Path accepted = Files.createDirectories(folder.resolve("spool/accepted"));
        Files.writeString(accepted.resolve("a".repeat(64) + ".json"), "{\"owner\":");
        Files.write(accepted.resolve("a".repeat(64) + ".audio"), Backend.SPEECH);
        Files.writeString(accepted.resolve("b".repeat(64) + ".draft"), "{");
        try (RunningApi api = server()) {
            api.sweep();
            assertAll(() -> assertEquals(List.of(), files("accepted")), () -> assertEquals(2, files("given-up").size()),
                    () -> assertEquals(0, backend.recognitions.get()));
        }
    }

    /** A file system may keep its length and lose its bytes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 28})
    void audio_that_was_cut_off_with_the_machine_is_not_processed(int length) throws Exception {
        try (RunningApi api = server()) {
            backend.storeAway = true;
            api.upload("s1", Backend.SPEECH);
            backend.storeAway = false;
            Files.write(files("accepted").get(0), new byte[length]);
            backend.engine = audio -> Transcript.noSpeech("hears zeros");
            backend.clock.advance(LEASE_OVER);
            api.sweep();
            assertAll(() -> assertEquals(1, backend.recognitions.get()),
                    () -> assertEquals(2, files("given-up").size()));
        }
    }

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

    @Test
    void files_can_be_read_by_their_owner_alone() throws Exception {
        try (RunningApi api = serverKeepingAudio(Duration.ofDays(1))) {
            api.upload("s1", Backend.SPEECH);
            for (Path file : files("accepted")) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            assertEquals("rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("spool/accepted"))));
        }
    }

    @Test
    void a_spool_that_takes_no_file_costs_no_engine_call() throws Exception {
        try (RunningApi api = server()) {
            Files.writeString(folder.resolve("spool/accepted"), "in the way");
            HttpResponse<String> answer = api.upload("s1", Backend.SPEECH);
            assertAll(() -> assertEquals(503, answer.statusCode()),
                    () -> assertEquals("5", answer.headers().firstValue("retry-after").orElse("")),
                    () -> assertTrue(answer.body().contains("/problems/recording-not-kept"), answer.body()),
                    // Only what was in the way.
                    () -> api.awaitSpooled(1));
            Files.delete(folder.resolve("spool/accepted"));
            Files.delete(folder.resolve("spool"));
            assertEquals(503, api.upload("s1", Backend.SPEECH).statusCode());
            Files.createDirectory(folder.resolve("spool"));
            assertEquals(0, backend.recognitions.get());
            assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
        }
    }
}
