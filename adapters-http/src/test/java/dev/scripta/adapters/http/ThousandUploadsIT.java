package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Transcript;
import dev.scripta.core.usecase.WorkRules;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand tabs send the same recording at the same moment. */
@Timeout(300)
class ThousandUploadsIT {

    private static final int CLIENTS = 1000;
    private static final int BYTES = 256 * 1024;

    private static final int ROUNDS = 3;

    /** What is promised on a machine that does nothing else: asserted with {@code -Dscripta.quiet=true}. */
    private static final Duration PROMISED = Duration.ofMillis(100);

    /** Ten times that: the machine may be busy with other things, and the clients are on it, too. */
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(1);

    /** Where all of it takes longer than some seconds, no check waits for a quarter of that: a tenth was measured. */
    private static final int SHARE = 4;

    @TempDir
    Path folder;

    @Test
    void one_is_recognised_all_are_answered_and_health_checks_go_on() throws Exception {
        try (RunningApi api = new RunningApi(new Backend(), WorkRules.DEFAULT,
                RunningApi.settings(folder, Duration.ZERO, 1 << 20, 2 * CLIENTS));
                // Threads of the system: clients that took turns with the server's own threads would be measured, too.
                ExecutorService threads = Executors.newCachedThreadPool()) {
            warmUp(api);
            boolean goesOn = false;
            // The machine is shared: the best of a few is what the code can do.
            for (int round = 1; round <= ROUNDS && !goesOn; round++) {
                goesOn = healthGoesOn(api, threads, round);
            }
            assertTrue(goesOn, "p99 of health checks, see the output");
        }
    }

    /** A thousand uploads of a recording that is new in each round. */
    private static boolean healthGoesOn(RunningApi api, ExecutorService threads, int round) throws Exception {
        byte[] audio = new byte[BYTES];
        Arrays.fill(audio, (byte) round);
        byte[] request = request("s" + round, audio);
        Backend backend = api.backend;
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<Long> health = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        try (Gate gate = new Gate()) {
            backend.engine = gate.beforeEngine(bytes -> Transcript.of("said once"));
            CountDownLatch checking = new CountDownLatch(20);
            Future<List<Long>> checks = threads.submit(() -> healthChecks(api.port(), over, checking));
            checking.await();
            CompletionService<Integer> clients = new ExecutorCompletionService<>(threads);
            CyclicBarrier start = new CyclicBarrier(CLIENTS);
            long began = System.nanoTime();
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(() -> status(api.port(), request, start));
            }
            int waiting = 1 + WorkRules.DEFAULT.followers();
            for (int i = 0; i < CLIENTS; i++) {
                if (i == CLIENTS - waiting) {
                    // Equal uploads share one file and its manifest.
                    api.awaitSpooled(2);
                    gate.open();
                }
                statuses.merge(clients.take().get(), 1, Integer::sum);
            }
            long lasted = System.nanoTime() - began;
            over.set(true);
            health.addAll(checks.get().stream().sorted().toList());
            System.out.printf("%d uploads of %d KiB at once: %s in %d ms; %d health checks meanwhile, p50 %.1f ms,"
                    + " p99 %.1f ms%n", CLIENTS, BYTES / 1024, statuses, lasted / 1_000_000, health.size(),
                    percentile(health, 50) / 1e6, percentile(health, 99) / 1e6);
            assertAll(() -> assertEquals(Map.of(200, waiting, 409, CLIENTS - waiting), statuses),
                    () -> assertEquals(1 + round, backend.recognitions.get()),
                    () -> assertEquals(1 + round, backend.analyses.get()),
                    () -> assertEquals(1 + round, api.stored()), () -> api.awaitSpooled(0),
                    () -> assertEquals(0, api.useCases.processRecording().inWork()));
            long limit = Boolean.getBoolean("scripta.quiet")
                    ? PROMISED.toNanos()
                    : Math.max(HEALTH_LIMIT.toNanos(), lasted / SHARE);
            return percentile(health, 99) < limit;
        } finally {
            over.set(true);
        }
    }

    /** A server that has been in service for a while. */
    private static void warmUp(RunningApi api) throws Exception {
        for (int i = 0; i < 1000; i++) {
            assertEquals(200, api.upload("s0", Backend.SPEECH).statusCode());
        }
    }

    private static byte[] request(String session, byte[] audio) {
        FormData form = new FormData().text("session_id", session).file("audio_file", audio);
        byte[] body = form.bytes();
        byte[] head = ("POST /api/upload-audio HTTP/1.1\r\nHost: x\r\nContent-Type: " + form.contentType()
                + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static int status(int port, byte[] request, CyclicBarrier start) throws Exception {
        start.await();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request);
            return status(socket.getInputStream());
        }
    }

    private static int status(InputStream in) throws IOException {
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 200") || answer.contains("/problems/recording-in-progress"), answer);
        return Integer.parseInt(answer.substring(9, 12));
    }

    /** How long each check took, from before it connects. */
    private static List<Long> healthChecks(int port, AtomicBoolean over, CountDownLatch checking) throws IOException {
        List<Long> times = new ArrayList<>();
        byte[] request = "GET /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        while (!over.get()) {
            long began = System.nanoTime();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(request);
                assertEquals(200, status(socket.getInputStream()));
            }
            times.add(System.nanoTime() - began);
            checking.countDown();
        }
        return times;
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100);
    }
}
