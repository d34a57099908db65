package dev.scripta.adapters.http.admin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AdminServerIT {

    private static final Readiness READY = readiness(true);
    private static final AdminSettings ANY_PORT = new AdminSettings("127.0.0.1", 0);

    private final AtomicReference<Readiness> readiness = new AtomicReference<>(READY);
    private final HttpClient client = HttpClient.newHttpClient();
    private final AdminServer server = new AdminServer(ANY_PORT, readiness::get, () -> "scripta_replays_total 3.0\n",
            new Random(1));

    private static Readiness readiness(boolean database) {
        return new Readiness(
                List.of(new Readiness.Check("database", database), new Readiness.Check("speech", true)));
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    @Test
    void readiness_follows_the_checks() throws Exception {
        HttpResponse<String> ready = get("/health/ready");
        readiness.set(readiness(false));
        HttpResponse<String> notReady = get("/health/ready");
        assertAll(() -> assertEquals(200, ready.statusCode()),
                () -> assertEquals("{\"status\":\"ready\",\"checks\":{\"database\":\"ok\",\"speech\":\"ok\"}}",
                        ready.body()),
                () -> assertEquals(503, notReady.statusCode()),
                () -> assertEquals("{\"status\":\"not ready\",\"checks\":{\"database\":\"failed\",\"speech\":\"ok\"}}",
                        notReady.body()),
                () -> assertEquals("no-store", notReady.headers().firstValue("Cache-Control").orElseThrow()));
    }

    @Test
    void what_is_not_ready_is_alive() throws Exception {
        readiness.set(readiness(false));
        HttpResponse<String> live = get("/health/live");
        assertAll(() -> assertEquals(200, live.statusCode()),
                () -> assertEquals("{\"status\":\"live\"}", live.body()));
    }

    @Test
    void metrics_are_sent_as_they_are_written() throws Exception {
        HttpResponse<String> metrics = get("/metrics");
        assertAll(() -> assertEquals("scripta_replays_total 3.0\n", metrics.body()),
                () -> assertEquals("text/plain; version=0.0.4; charset=utf-8",
                        metrics.headers().firstValue("Content-Type").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics"})
    void other_methods_are_told_which_to_use(String path) throws Exception {
        HttpResponse<String> answer = client.send(request(path).POST(BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
        assertAll(() -> assertEquals(405, answer.statusCode()),
                () -> assertEquals("GET", answer.headers().firstValue("Allow").orElseThrow()));
    }

    @Test
    void the_api_is_not_here() throws Exception {
        assertEquals(404, get("/api/health").statusCode());
    }

    @Test
    void a_body_is_refused_before_it_is_read() throws Exception {
        HttpResponse<String> answer = client.send(request("/health/live").POST(BodyPublishers.ofString("x".repeat(
                2000)))
                .build(), BodyHandlers.ofString());
        assertTrue(List.of(405, 413).contains(answer.statusCode()), answer.toString());
    }

    @Test
    void an_ambiguous_length_is_refused() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            List<String> lines = List.of("GET /health/live HTTP/1.1", "Host: x", "Content-Length: 1",
                    "Transfer-Encoding: chunked", "", "");
            socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost,200", "127.0.0.1:8081,200", "evil.example,421"})
    void other_names_are_refused(String host, int status) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            List<String> lines = List.of("GET /metrics HTTP/1.1", "Host: " + host, "Connection: close", "", "");
            socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertAll(() -> assertTrue(answer.startsWith("HTTP/1.1 " + status), answer),
                    () -> assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer),
                    () -> assertTrue(answer.contains("Trace-Id: "), answer));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.7", "::", "", "no.such.name.invalid"})
    void addresses_that_others_reach_are_refused(String host) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> new AdminSettings(host, 0));
        assertTrue(refused.getMessage().startsWith("the admin host must be a loopback address"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost"})
    void loopback_addresses_are_taken(String host) {
        assertEquals(host, new AdminSettings(host, 0).host());
    }

    @Test
    void what_a_failure_says_stays_inside() throws Exception {
        readiness.set(new Readiness(List.of()));
        try (AdminServer broken = new AdminServer(ANY_PORT, readiness::get, () -> {
            throw new IllegalStateException("a secret");
        }, new Random(1))) {
            broken.start();
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + broken.port() + "/metrics")).build(),
                    BodyHandlers.ofString());
            assertAll(() -> assertEquals(500, answer.statusCode()),
                    () -> assertFalse(answer.body().contains("secret"), answer.body()));
        }
    }

    @Test
    void a_port_in_use_is_told() {
        try (AdminServer second = new AdminServer(new AdminSettings("127.0.0.1", server.port()), readiness::get,
                () -> "", new Random(1))) {
            assertThrows(UncheckedIOException.class, second::start);
        }
    }
}
