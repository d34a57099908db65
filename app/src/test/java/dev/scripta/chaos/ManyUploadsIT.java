package dev.scripta.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.app.FormData;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand times the same recording at once, to two instances: paid for once, and nobody else notices. */
final class ManyUploadsIT {

    private static final int UPLOADS = 1000;
    private static final int SIZE = 200_000;
    private static final Duration LONGEST_HEALTH_CHECK = Duration.ofMillis(100);
    private static final byte[] AUDIO = new byte[SIZE];

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path folder;

    @Test
    void thousand_identical_uploads_cost_one_recognition_and_one_analysis() throws Exception {
        new Random(1).nextBytes(AUDIO);
        EngineCalls calls = new EngineCalls(folder.resolve("calls"));
        try (Database database = new Database(folder);
                Instance one = new Instance(folder.resolve("one"), database.url(), calls);
                Instance two = new Instance(folder.resolve("two"), database.url(), calls);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> ports = List.of(one.port(), two.port());
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> uploads = new ArrayList<>();
            for (int i = 0; i < UPLOADS; i++) {
                int port = ports.get(i % ports.size());
                uploads.add(threads.submit(() -> {
                    start.await();
                    return upload(port);
                }));
            }
            // Connections and code of the health check are warm: what is measured is what the uploads do to it.
            checkHealth(ports, 20);
            start.countDown();
            List<Long> checks = new ArrayList<>();
            while (!uploads.stream().allMatch(Future::isDone)) {
                checks.addAll(checkHealth(ports, 1));
            }
            var answers = new TreeMap<Integer, Long>();
            for (Future<Integer> upload : uploads) {
                answers.merge(upload.get(), 1L, Long::sum);
            }
            long p99 = checks.stream().sorted().toList().get(checks.size() * 99 / 100);
            System.out.printf("answers %s, health checks %d, 99th percentile %d ms%n", answers, checks.size(),
                    Duration.ofNanos(p99).toMillis());
            assertEquals(List.of("speech", "analysis"), calls.all().stream().map(EngineCalls.Call::stage).toList());
            assertTrue(List.of(200, 409).containsAll(answers.keySet()), "answers are " + answers);
            assertTrue(answers.containsKey(200), "somebody got the result");
            assertEquals(200, upload(one.port()), "and everybody gets it later");
            assertEquals(2, calls.all().size());
            assertEquals(1, database.number("SELECT count(*) FROM conversation"));
            assertEquals(1, database.number("SELECT revision FROM conversation"));
            assertTrue(p99 < LONGEST_HEALTH_CHECK.toNanos(), "health checks took " + Duration.ofNanos(p99));
        }
    }

    private int upload(int port) throws Exception {
        FormData form = new FormData().text("session_id", "s1").file("audio_file", AUDIO);
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/upload-audio"))
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.bytes()))
                .build(), BodyHandlers.ofString()).statusCode();
    }

    private List<Long> checkHealth(List<Integer> ports, int times) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (int port : ports) {
                long began = System.nanoTime();
                assertEquals(200, client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/health")).build(),
                        BodyHandlers.ofString()).statusCode());
                nanos.add(System.nanoTime() - began);
            }
        }
        return nanos;
    }
}
