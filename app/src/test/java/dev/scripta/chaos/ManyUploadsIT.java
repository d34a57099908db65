package dev.scripta.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.app.FormData;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    private static final int WARM_UPS = 300;
    private static final int SIZE = 50_000;

    /** For one in two; for 99 in 100 on a quiet machine only ({@code -Dscripta.quiet=true}). What it took is printed. */
    private static final Duration LONGEST_HEALTH_CHECK = Duration.ofSeconds(1);

    /** Nobody crashes here: a machine that stalls for longer than a short lease must not look like it. */
    private static final Map<String, String> LONG_LEASE = Map.of("SCRIPTA_JOURNAL_LEASE", "PT2M");

    @TempDir
    Path folder;

    @Test
    void thousand_identical_uploads_cost_one_recognition_and_one_analysis() throws Exception {
        EngineCalls calls = new EngineCalls(folder.resolve("calls"));
        try (Database database = new Database(folder);
                Instance one = new Instance(folder.resolve("one"), database.url(), calls, LONG_LEASE);
                Instance two = new Instance(folder.resolve("two"), database.url(), calls, LONG_LEASE);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> ports = List.of(one.port(), two.port());
            // Programs that run for a second only interpret: what is measured is a service at work.
            for (Future<Integer> warmUp : send(threads, WARM_UPS, i -> upload(ports.get(i % 2), request("w" + i, i)))) {
                warmUp.get();
            }
            checkHealth(ports);
            int before = calls.all().size();
            byte[] request = request("s1", -1);
            List<Future<Integer>> uploads = send(threads, UPLOADS, i -> upload(ports.get(i % 2), request));
            List<Long> checks = new ArrayList<>();
            while (!uploads.stream().allMatch(Future::isDone)) {
                checks.addAll(checkHealth(ports));
            }
            var answers = new TreeMap<Integer, Long>();
            for (Future<Integer> upload : uploads) {
                answers.merge(upload.get(), 1L, Long::sum);
            }
            Collections.sort(checks);
            long median = checks.get(checks.size() / 2);
            long p99 = checks.get(checks.size() * 99 / 100);
            System.out.printf(
                    "a thousand uploads at once: answers %s, %d health checks, median %d ms, 99th percentile %d ms%n",
                    answers, checks.size(), Duration.ofNanos(median).toMillis(), Duration.ofNanos(p99).toMillis());
            assertEquals(List.of("speech", "analysis"),
                    calls.all().stream().skip(before).map(EngineCalls.Call::stage).toList());
            assertTrue(List.of(200, 409).containsAll(answers.keySet()), "answers are " + answers);
            assertTrue(answers.containsKey(200), "somebody got the result");
            assertEquals(200, upload(one.port(), request), "and everybody gets it later");
            assertEquals(before + 2, calls.all().size());
            assertEquals(1, database.number("SELECT count(*) FROM conversation WHERE session_id = 's1'"));
            assertEquals(1, database.number("SELECT revision FROM conversation WHERE session_id = 's1'"));
            long judged = Boolean.getBoolean("scripta.quiet") ? p99 : median;
            assertTrue(judged < LONGEST_HEALTH_CHECK.toNanos(), "health checks took " + Duration.ofNanos(judged));
        }
    }

    /** One request. */
    private interface Upload {
        int send(int number) throws IOException;
    }

    /** All at once. */
    private static List<Future<Integer>> send(ExecutorService threads, int number, Upload upload) {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int current = i;
            answers.add(threads.submit(() -> {
                start.await();
                return upload.send(current);
            }));
        }
        start.countDown();
        return answers;
    }

    /** On a socket of its own and with a request that is ready: the client shall cost as little as it can. */
    private static int upload(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request);
            String status = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)).readLine();
            return Integer.parseInt(status.split(" ", 3)[1]);
        }
    }

    private static byte[] request(String session, int seed) {
        byte[] audio = new byte[SIZE];
        new Random(seed).nextBytes(audio);
        FormData form = new FormData().text("session_id", session).file("audio_file", audio);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST /api/upload-audio HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + form.contentType() + "\r\nContent-Length: " + form.bytes().length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(form.bytes());
        return request.toByteArray();
    }

    private static List<Long> checkHealth(List<Integer> ports) throws IOException {
        List<Long> nanos = new ArrayList<>();
        for (int port : ports) {
            long began = System.nanoTime();
            var check = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/api/health")
                    .toURL()
                    .openConnection();
            assertEquals(200, check.getResponseCode());
            check.getInputStream().readAllBytes();
            nanos.add(System.nanoTime() - began);
        }
        return nanos;
    }
}
