package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted is finished, though the process that did so was killed and its client is gone. */
@Timeout(300)
class ResumeAfterKillIT {

    /** Of a recording that takes longer to recognise than a program to be killed: 15 s of speech. */
    private static final int BYTES = 480_000;
    /** The killed process' claim lasts as long. */
    private static final Map<String, String> SHORT_LEASE = Map.of("SCRIPTA_JOURNAL_LEASE", "PT3S");

    @TempDir
    Path folder;

    @Test
    void a_recording_in_the_middle_of_recognition_becomes_a_conversation_without_its_client() throws Exception {
        try (RunningScripta killed = RunningScripta.brief(folder, SHORT_LEASE);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Answer> client = threads.submit(() -> upload(killed));
            killed.awaitMetric("scripta_claims_held", 1);
            assertEquals(1, accepted(killed, ".json"));
            killed.kill();
            assertThrows(ExecutionException.class, client::get);
        }
        try (RunningScripta again = RunningScripta.brief(folder, SHORT_LEASE)) {
            assertEquals(1, accepted(again, ".audio"));
            again.awaitMetric("scripta_saves_total{outcome=\"created\"}", 1);
            assertAll(() -> assertEquals(1, again.query("SELECT count(*) FROM conversation WHERE revision = 1")),
                    () -> assertEquals(1, again.query(
                            "SELECT count(*) FROM conversation WHERE session_id = 's1'")),
                    () -> assertEquals(1, transcriptions(again)));
            // Saved is not settled: until it is let go of, a retry shares the work that saved it.
            again.awaitMetric("scripta_accepted_recordings", 0);
            Answer retry = upload(again);
            assertAll(() -> assertEquals("UNCHANGED", retry.outcome()),
                    () -> assertEquals(1, transcriptions(again), "nothing is paid for twice"),
                    () -> assertEquals(0, accepted(again, ".audio")));
        }
    }

    private static Answer upload(RunningScripta scripta) throws Exception {
        return new Answer(scripta.post("/api/upload-audio", new Recordings(BYTES).form(1)));
    }

    private static double transcriptions(RunningScripta scripta) throws Exception {
        return scripta.metric("scripta_engine_calls_total{result=\"ok\",stage=\"transcription\"}");
    }

    private static long accepted(RunningScripta scripta, String kind) throws Exception {
        try (var files = Files.list(scripta.data().resolve("spool/accepted"))) {
            return files.filter(file -> file.toString().endsWith(kind)).count();
        }
    }
}
