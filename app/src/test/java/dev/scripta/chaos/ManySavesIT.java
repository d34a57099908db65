package dev.scripta.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.app.FormData;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred saves of one session at once, half of them equal, over four connections to the database. */
@Timeout(300)
final class ManySavesIT {

    private static final int SAVES = 500;

    /** Far more than it takes, for a busy machine: what it took is printed. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void all_are_answered_and_make_one_conversation() throws Exception {
        EngineCalls calls = new EngineCalls(folder.resolve("calls"));
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Database database = new Database(folder);
                Instance instance = new Instance(folder.resolve("one"), database.url(), calls,
                        Map.of("SCRIPTA_DATABASE_POOL", "4"));
                HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < SAVES; i++) {
                String words = i % 2 == 0 ? "the same" : "words " + i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return save(client, instance.port(), words);
                }));
            }
            long began = System.nanoTime();
            start.countDown();
            for (Future<String> answer : answers) {
                outcomes.merge(answer.get(), 1, Integer::sum);
            }
            Duration lasted = Duration.ofNanos(System.nanoTime() - began);
            awaitEmptyBacklog(instance);
            long revision = database.number("SELECT revision FROM conversation");
            System.out.printf("%d saves of one session at once: %s in %d ms, revision %d%n", SAVES, outcomes,
                    lasted.toMillis(), revision);
            assertEquals(1, database.number("SELECT count(*) FROM conversation"));
            int updates = outcomes.getOrDefault("UPDATED", 0);
            // What waited for the store may have changed it once more each, or nothing.
            int late = outcomes.getOrDefault("DEFERRED", 0);
            assertTrue(revision >= updates + 1 && revision <= updates + 1 + late, "revision " + revision);
            assertTrue(lasted.compareTo(LIMIT) < 0, "took " + lasted);
        }
    }

    private static String save(HttpClient client, int port, String words) throws IOException, InterruptedException {
        FormData form = new FormData().text("session_id", "s1").text("transcript", words).text("analysis", "{}");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/save-analysis"))
                        .header("Content-Type", form.contentType())
                        .POST(BodyPublishers.ofByteArray(form.bytes()))
                        .build(),
                BodyHandlers.ofString());
        assertTrue(List.of(200, 202).contains(answer.statusCode()), answer.statusCode() + " " + answer.body());
        return Json.createReader(new StringReader(answer.body()))
                .readObject()
                .getJsonObject("save")
                .getString("outcome");
    }

    /** Looks at its folder, for nothing tells a process beside it. */
    private static void awaitEmptyBacklog(Instance instance) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + LIMIT.toNanos(); instance.backlog() > 0 && System.nanoTime() < end;) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertEquals(0, instance.backlog(), "saves still wait");
    }
}
