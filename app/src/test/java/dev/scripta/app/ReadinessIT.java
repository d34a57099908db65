package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the admin port of a running service tells. */
@Timeout(300)
class ReadinessIT {

    /** Some three seconds of speech. */
    private static final int BYTES = 100_000;
    /** Longer than a few looks at what the program tells take on any machine. */
    private static final Duration PACE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void a_service_becomes_ready_and_is_not_while_it_stops() throws Exception {
        Recordings recordings = new Recordings(BYTES);
        Duration played = Duration.ofMillis((long) (recordings.seconds() * 1_000));
        try (ScriptedEngines engines = new ScriptedEngines(played, PACE);
                RunningScripta scripta = RunningScripta.brief(folder, engines.settings(1));
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            scripta.await("/health/ready", 200);
            Answer ready = new Answer(scripta.admin("/health/ready"));
            assertEquals(Set.of("serving", "database", "schema", "speech", "spool", "backlog"),
                    ready.json().getJsonObject("checks").keySet());

            Future<Answer> upload = threads
                    .submit(() -> new Answer(scripta.post("/api/upload-audio", recordings.form(1))));
            scripta.awaitMetric("scripta_recordings_in_work", 1);
            scripta.stop();
            scripta.await("/health/ready", 503);
            Answer stopping = new Answer(scripta.admin("/health/ready"));
            assertAll(() -> assertEquals("failed", stopping.json().getJsonObject("checks").getString("serving")),
                    () -> assertEquals("ok", stopping.json().getJsonObject("checks").getString("database")),
                    () -> assertEquals(200, scripta.admin("/health/live").statusCode()),
                    () -> assertEquals("CREATED", upload.get().outcome()));
        }
    }

    @Test
    void every_metric_is_in_the_operators_guide_and_nothing_else_is() throws Exception {
        String guide = Files.readString(RunningScripta.PROJECT.resolve("docs/operations.md"));
        Set<String> told = Pattern.compile("^\\| `(scripta_\\w+)", Pattern.MULTILINE)
                .matcher(guide)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (RunningScripta scripta = RunningScripta.brief(folder, Map.of())) {
            String metrics = scripta.admin("/metrics").body();
            Set<String> shown = Pattern.compile("^# TYPE (\\w+)", Pattern.MULTILINE)
                    .matcher(metrics)
                    .results()
                    .map(name -> name.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertAll(() -> assertEquals(told, shown),
                    () -> assertTrue(told.size() > 10, told.toString()),
                    () -> assertFalse(scripta.get("/metrics").body().contains("scripta_"), "not on the API's port"));
        }
    }
}
