package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The database is away when the service starts, and comes later. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class StartWithoutDatabaseIT {

    private static final Path SPEECH = RunningScripta.SAMPLES.resolve("flite-slt-01.wav");
    private static final FormData SAVE = new FormData().text("session_id", "saved")
            .text("transcript", "hello")
            .text("analysis", "{}");

    /** It waits for 2 s; that much more is for a busy machine. Nothing that it might wait for by mistake is quicker. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private OwnDatabase database;

    @BeforeEach
    void choosePort() throws IOException {
        database = new OwnDatabase(folder.resolve("own"));
    }

    @AfterEach
    void stopDatabase() throws IOException {
        database.close();
    }

    private RunningScripta start() throws IOException {
        return RunningScripta.brief(folder, Map.of("SCRIPTA_DATABASE_URL", database.url()));
    }

    @Test
    void uploads_and_saves_are_kept_and_saved_exactly_once_without_any_client() throws Exception {
        try (RunningScripta scripta = start()) {
            assertEquals("Scripta works, but its database is away", scripta.greeting());
            Answer upload = scripta.upload("uploaded", SPEECH);
            Answer save = new Answer(scripta.post("/api/save-analysis", SAVE));
            assertAll(() -> assertEquals(200, upload.status(), upload.response().body()),
                    () -> assertEquals("DEFERRED", upload.outcome()), () -> assertFalse(upload.transcript().isBlank()),
                    () -> assertEquals(202, save.status(), save.response().body()),
                    () -> assertEquals("DEFERRED", save.outcome()), () -> assertNotReady(scripta),
                    () -> assertEquals(2, scripta.metric("scripta_deferred_saves_total")),
                    () -> assertEquals(2, scripta.metric("scripta_backlog_entries")),
                    () -> assertEquals(0, scripta.metric("scripta_drained_saves_total")));

            database.start();
            scripta.await("/health/ready", 200);
            // Counted after the last one is taken out.
            scripta.awaitMetric("scripta_drained_saves_total", 2);
            assertAll(() -> assertEquals(0, scripta.metric("scripta_backlog_entries")),
                    () -> assertEquals(2, database.query("SELECT count(*) FROM conversation")),
                    () -> assertEquals(2, database.query("SELECT sum(revision) FROM conversation")),
                    () -> assertEquals(2, scripta.metric("scripta_saves_total{outcome=\"created\"}")),
                    () -> assertEquals(0, scripta.metric("scripta_dead_letters_total")));

            // Each minute a sweep finishes what is left, and what it finds done is a replay, too.
            double replays = scripta.metric("scripta_replays_total");
            Answer again = scripta.upload("uploaded", SPEECH);
            assertAll(() -> assertEquals("UNCHANGED", again.outcome()),
                    () -> assertEquals(upload.transcript(), again.transcript()),
                    () -> assertTrue(scripta.metric("scripta_replays_total") > replays),
                    () -> assertEquals(1, transcriptions(scripta), "nothing is paid for twice"));
        }
    }

    private static void assertNotReady(RunningScripta scripta) throws Exception {
        Answer ready = new Answer(scripta.admin("/health/ready"));
        assertAll(() -> assertEquals(503, ready.status()),
                () -> assertEquals("failed", ready.json().getJsonObject("checks").getString("database")),
                () -> assertEquals("failed", ready.json().getJsonObject("checks").getString("schema")),
                () -> assertEquals("ok", ready.json().getJsonObject("checks").getString("backlog")),
                () -> assertEquals(200, scripta.admin("/health/live").statusCode()));
    }

    private static double transcriptions(RunningScripta scripta) throws Exception {
        return scripta.metric("scripta_engine_calls_total{result=\"ok\",stage=\"transcription\"}");
    }

    /** F07: an acknowledged save survives whatever ends the process. */
    @Test
    void what_waits_survives_a_kill() throws Exception {
        try (RunningScripta first = start()) {
            assertEquals(202, first.post("/api/save-analysis", SAVE).statusCode());
            assertEquals("DEFERRED", first.upload("uploaded", SPEECH).outcome());
            first.kill();
        }
        try (RunningScripta again = start()) {
            assertEquals(2, again.metric("scripta_backlog_entries"));
            database.start();
            again.awaitMetric("scripta_drained_saves_total", 2);
            assertAll(() -> assertEquals(2, database.query("SELECT count(*) FROM conversation WHERE revision = 1")),
                    () -> assertEquals(0, again.metric("scripta_backlog_entries")));
        }
        try (RunningScripta third = start()) {
            assertEquals("Scripta is ready", third.greeting());
            assertEquals(0, third.metric("scripta_backlog_entries"));
            third.await("/health/ready", 200);
        }
    }

    @Test
    void what_waiting_does_not_cure_stops_the_start() throws Exception {
        database.start();
        ProcessBuilder command = RunningScripta.command(folder.resolve("data"), folder.resolve("log"));
        command.environment().putAll(RunningScripta.BRIEFLY);
        command.environment().put("SCRIPTA_DATABASE_URL", database.url() + "_that_is_not_there");
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertAll(() -> assertEquals(1, process.waitFor()),
                () -> assertTrue(output.contains("Check SCRIPTA_DATABASE_URL"), output),
                () -> assertEquals(1, output.lines().count(), output));
    }

    @Test
    void the_command_line_keeps_its_result_for_the_service() throws Exception {
        Path log = folder.resolve("process-log");
        ProcessBuilder command = RunningScripta.command(folder.resolve("data"), log, "process", "--session", "command",
                SPEECH.toString());
        command.environment().putAll(RunningScripta.BRIEFLY);
        command.environment().put("SCRIPTA_DATABASE_URL", database.url());
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertAll(() -> assertEquals(0, process.waitFor(), Files.readString(log)),
                () -> assertEquals("DEFERRED", Answer.parse(output).getJsonObject("save").getString("outcome")));
        database.start();
        try (RunningScripta scripta = start()) {
            scripta.awaitMetric("scripta_backlog_entries", 0);
            assertEquals(1, database.query("SELECT count(*) FROM conversation WHERE session_id = 'command'"));
        }
    }

    @Test
    void the_command_line_beside_a_service_says_that_nothing_is_saved() throws Exception {
        try (RunningScripta scripta = start()) {
            Path log = folder.resolve("process-log");
            ProcessBuilder command = RunningScripta.command(scripta.data(), log, "process", SPEECH.toString());
            command.environment().putAll(RunningScripta.BRIEFLY);
            command.environment().put("SCRIPTA_DATABASE_URL", database.url());
            Process process = command.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertAll(() -> assertEquals(1, process.waitFor(), Files.readString(log)),
                    () -> assertFalse(Answer.parse(output).getJsonObject("save").getBoolean("durable"), output),
                    () -> assertTrue(Files.readString(log).contains("The result is not saved"), Files.readString(log)),
                    () -> assertEquals(0, scripta.metric("scripta_backlog_entries")));
        }
    }

    @Test
    void an_outage_while_it_serves_is_told_and_survived() throws Exception {
        database.start();
        try (RunningScripta scripta = start()) {
            scripta.await("/health/ready", 200);
            assertEquals(200, scripta.post("/api/save-analysis", SAVE).statusCode());
            database.close();
            long began = System.nanoTime();
            assertEquals(503, scripta.admin("/health/ready").statusCode());
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            FormData other = new FormData().text("session_id", "during").text("transcript", "x").text("analysis", "{}");
            assertAll(() -> assertTrue(took.compareTo(LONGEST_LOOK) < 0, took.toString()),
                    () -> assertEquals(202, scripta.post("/api/save-analysis", other).statusCode()));
            database.start();
            scripta.await("/health/ready", 200);
            scripta.awaitMetric("scripta_backlog_entries", 0);
            assertEquals(2, database.query("SELECT count(*) FROM conversation"));
        }
    }
}
