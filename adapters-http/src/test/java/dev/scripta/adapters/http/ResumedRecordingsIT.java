package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertSaved;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crash interrupted is finished, without its client and as it was accepted. */
class ResumedRecordingsIT extends SpoolTests {

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
}
