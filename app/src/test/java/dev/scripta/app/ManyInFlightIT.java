package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand recordings at once, each with a call of an engine that takes its time, in half a gibibyte of heap. */
@Timeout(600)
final class ManyInFlightIT {

    private static final int UPLOADS = 1_000;
    private static final int WARM_UPS = 100;
    private static final Duration PACE = Duration.ofSeconds(5);
    /** Some three seconds of speech. */
    private static final int SIZE = 100_000;

    private static final Pattern OUTCOME = Pattern.compile("^HTTP/1.1 200 .*\"outcome\" ?: ?\"(\\w+)\"",
            Pattern.DOTALL);

    /** Ten times what is promised on a quiet machine, for a busy one: what it took is printed. */
    private static final Duration LONGEST_HEALTH_CHECK = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void thousand_uploads_finish_while_health_answers() throws Exception {
        Recordings recordings = new Recordings(SIZE);
        Duration played = Duration.ofMillis((long) (recordings.seconds() * 1_000));
        try (ScriptedEngines engines = new ScriptedEngines(played, PACE);
                RunningScripta scripta = new RunningScripta(folder, settings(engines));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            scripta.await("/health/ready", 200);
            URI address = URI.create(scripta.address());
            for (Future<String> warmUp : send(threads, address.getPort(), recordings, UPLOADS, WARM_UPS)) {
                warmUp.get();
            }
            checkHealth(address);
            long began = System.nanoTime();
            List<Future<String>> uploads = send(threads, address.getPort(), recordings, 0, UPLOADS);
            List<Long> checks = new ArrayList<>();
            while (!uploads.stream().allMatch(Future::isDone)) {
                checks.add(checkHealth(address));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Map<String, Long> outcomes = new TreeMap<>();
            for (Future<String> upload : uploads) {
                outcomes.merge(upload.get(), 1L, Long::sum);
            }
            Collections.sort(checks);
            Duration p99 = Duration.ofNanos(checks.get(checks.size() * 99 / 100));
            System.out.printf(
                    "%d uploads in flight, engine of %d s: saved %s after %.1f s, %d calls of the engine at once,"
                            + " heap bound to 512 MiB, %d health checks: median %.1f ms, 99th percentile %.1f ms%n",
                    UPLOADS,
                    PACE.toSeconds(), outcomes, took.toMillis() / 1e3, engines.mostAtOnce(), checks.size(),
                    checks.get(checks.size() / 2) / 1e6, p99.toNanos() / 1e6);
            assertTrue(Set.of("CREATED", "DEFERRED").containsAll(outcomes.keySet()), "outcomes are " + outcomes);
            scripta.awaitMetric("scripta_backlog_entries", 0);
            assertEquals(UPLOADS + WARM_UPS, scripta.query("SELECT count(*) FROM conversation"));
            assertTrue(p99.compareTo(LONGEST_HEALTH_CHECK) < 0, "health checks took " + p99);
        }
    }

    /** The program ends when the heap is not enough. */
    private static Map<String, String> settings(ScriptedEngines engines) {
        Map<String, String> settings = new HashMap<>(engines.settings(UPLOADS));
        settings.put("SCRIPTA_JAVA_OPTIONS", "-Xmx512m");
        return settings;
    }

    private static List<Future<String>> send(ExecutorService threads, int port, Recordings recordings, int first,
            int count) {
        List<Future<String>> answers = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            FormData form = recordings.form(i);
            answers.add(threads.submit(() -> upload(port, form)));
        }
        return answers;
    }

    /** What became of it. On a socket of its own: the client shall cost as little as it can. */
    private static String upload(int port, FormData form) throws IOException {
        byte[] body = form.bytes();
        String head = "POST /api/upload-audio HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + form.contentType() + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher outcome = OUTCOME.matcher(answer);
            return outcome.find() ? outcome.group(1) : answer;
        }
    }

    /** How many nanoseconds it took. */
    private static long checkHealth(URI address) throws IOException {
        long began = System.nanoTime();
        var check = (HttpURLConnection) address.resolve("/api/health").toURL().openConnection();
        assertEquals(200, check.getResponseCode());
        check.getInputStream().readAllBytes();
        return System.nanoTime() - began;
    }
}
