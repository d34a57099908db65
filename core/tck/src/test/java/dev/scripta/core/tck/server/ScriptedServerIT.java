package dev.scripta.core.tck.server;

import static dev.scripta.core.tck.server.Asking.get;
import static dev.scripta.core.tck.server.Asking.getLater;
import static dev.scripta.core.tck.server.Asking.open;
import static dev.scripta.core.tck.server.Asking.postText;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScriptedServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MANY = 1_000;
    private static final int WAVES = 4;

    @Test
    void script_is_asked_with_what_came() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(
                request -> ScriptedAnswer.json(201, "{\"heard\":\"" + request.text() + "\"}")
                        .with("X-Request-Id", "7"))) {
            HttpResponse<String> answer = postText(server.url().resolve("/v1/chat"), "hello \u00e9");
            assertEquals(201, answer.statusCode());
            assertEquals("{\"heard\":\"hello \u00e9\"}", answer.body());
            assertEquals(Optional.of("7"), answer.headers().firstValue("x-request-id"));
            assertEquals(Optional.of("application/json"), answer.headers().firstValue("content-type"));
            assertEquals("/v1/chat", server.requests().get(0).path());
            assertTrue(server.requests().get(0).header("USER-AGENT").isPresent());
            assertEquals(1, server.count());
        }
    }

    @Test
    void first_answers_come_before_the_script() throws Exception {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.text(200, "usual"))
                .first(
                        ScriptedAnswer.html(502, "<html>"), ScriptedAnswer.empty(429).with("Retry-After", "1"))) {
            assertEquals(502, get(server.url()).statusCode());
            HttpResponse<String> second = get(server.url());
            assertEquals(429, second.statusCode());
            assertEquals("", second.body());
            assertEquals(Optional.empty(), second.headers().firstValue("content-type"));
            assertEquals("usual", get(server.url()).body());
        }
    }

    @Test
    void another_type_replaces_the_type() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.always(ScriptedAnswer.json(200, "{}").with("content-type", "text/html"))) {
            assertEquals(List.of("text/html"), get(server.url()).headers().allValues("content-type"));
        }
    }

    @Test
    void held_answers_come_when_their_gate_opens() throws Exception {
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.text(200, "late").heldUntil(gate))) {
            CompletableFuture<HttpResponse<String>> answer = getLater(server.url());
            server.awaitCount(1, PATIENCE);
            assertFalse(answer.isDone());
            gate.complete(true);
            assertEquals("late", answer.get(30, TimeUnit.SECONDS).body());
        }
    }

    @Test
    void delayed_answers_come_not_before_their_time() throws Exception {
        Duration delay = Duration.ofMillis(120);
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.text(200, "late").after(delay))) {
            long start = System.nanoTime();
            assertEquals("late", get(server.url()).body());
            assertTrue(System.nanoTime() - start >= delay.toNanos());
        }
    }

    @Test
    void cut_answers_end_before_what_they_promised() throws Exception {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.json(200, "{\"text\":\"abc\"}")
                .cutAfter(5))) {
            HttpResponse<InputStream> answer = open(server.url());
            assertEquals(200, answer.statusCode());
            try (InputStream body = answer.body()) {
                ByteArrayOutputStream came = new ByteArrayOutputStream();
                assertThrows(IOException.class, () -> body.transferTo(came));
                assertArrayEquals("{\"tex".getBytes(StandardCharsets.US_ASCII), came.toByteArray());
            }
        }
    }

    @Test
    void cut_after_the_whole_body_is_a_cut_too() throws Exception {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.json(200, "{}").cutAfter(1_000))) {
            assertThrows(IOException.class, () -> get(server.url()));
        }
    }

    @Test
    void hung_up_connections_bring_no_answer() throws Exception {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.json(200, "{}").hungUp())) {
            assertThrows(IOException.class, () -> postText(server.url(), "hello"));
            assertEquals(1, server.count());
        }
    }

    @Test
    void dripping_answers_come_whole() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.always(ScriptedAnswer.text(200, "drop").dripping(Duration.ofMillis(5)))) {
            assertEquals("drop", get(server.url()).body());
        }
    }

    @Test
    void never_is_never() throws Exception {
        CompletableFuture<HttpResponse<String>> answer;
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.never())) {
            answer = getLater(server.url());
            server.awaitCount(1, PATIENCE);
            assertFalse(answer.isDone());
        }
        assertTrue(answer.handle((response, failure) -> failure != null).get(30, TimeUnit.SECONDS), "cut by close");
    }

    @Test
    void refused_connections_are_refused() {
        assertThrows(ConnectException.class, () -> get(ScriptedServer.refusing()));
    }

    @Test
    void failed_scripts_say_so() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(request -> {
            throw new AssertionError("not this path");
        })) {
            HttpResponse<String> answer = get(server.url());
            assertEquals(500, answer.statusCode());
            assertTrue(answer.body().contains("not this path"));
        }
    }

    @Test
    void a_thousand_wait_at_once_without_a_thread_each() throws Exception {
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.text(200, "late").heldUntil(gate))) {
            List<CompletableFuture<HttpResponse<String>>> answers =
                    IntStream.range(0, MANY).mapToObj(i -> getLater(server.url())).toList();
            server.awaitCount(MANY, PATIENCE);
            assertEquals(MANY, server.mostAtOnce());
            // Those that took the last requests may not have left yet.
            for (long end = System.nanoTime() + PATIENCE.toNanos(); threads() >= 100 && System.nanoTime() < end;) {
                Thread.onSpinWait();
            }
            assertTrue(threads() < 100, threads() + " threads are in the server");
            gate.complete(true);
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertEquals("late", answer.get(30, TimeUnit.SECONDS).body());
            }
        }
    }

    /** How many work in a server. */
    private static long threads() {
        return Thread.getAllStackTraces()
                .values()
                .stream()
                .filter(stack -> stack.length > 0 && List.of(stack)
                        .toString()
                        .contains(ScriptedServer.class.getPackageName() + ".ScriptedServer"))
                .count();
    }

    /** Connections are kept open between the waves, and none is closed under a client's hands. */
    @Test
    void waves_of_requests_lose_none() throws Exception {
        ScriptedAnswer answer = ScriptedAnswer.text(200, "there").after(Duration.ofMillis(50));
        try (ScriptedServer server = ScriptedServer.always(answer)) {
            for (int wave = 1; wave <= WAVES; wave++) {
                List<CompletableFuture<HttpResponse<String>>> answers =
                        IntStream.range(0, MANY).mapToObj(i -> getLater(server.url())).toList();
                for (CompletableFuture<HttpResponse<String>> coming : answers) {
                    assertEquals("there", coming.get(30, TimeUnit.SECONDS).body());
                }
                assertEquals(wave * MANY, server.count());
            }
        }
    }

    @Test
    void requests_that_do_not_come_are_told() {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.empty(204))) {
            assertThrows(AssertionError.class, () -> server.awaitCount(1, Duration.ofMillis(10)));
        }
    }
}
