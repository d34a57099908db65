package dev.scripta.adapters.http.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.transport.ConnectionLimits;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StallIT extends SocketTests {

    /** Where a client that is held up itself, on a machine that is busy, must not be taken for one that stalls. */
    private static final Duration LONG = Duration.ofSeconds(4);

    @BeforeEach
    void start() {
        waitFor(Duration.ofSeconds(2));
    }

    /** A server that waits for its clients no longer than that. */
    private GuardedServer waitFor(Duration patience) {
        return start(s -> s.with(new ConnectionLimits(1 << 20, patience, 1000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "GET /hello HTTP/1.1\r\nHost", "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc",
            "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
            "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5"})
    void a_silent_client_is_given_up(String start) throws Exception {
        try (RawClient client = client()) {
            client.send(start);
            client.rest();
        }
    }

    @Test
    void a_stalled_upload_leaves_nothing() throws Exception {
        waitFor(LONG);
        try (RawClient client = client()) {
            client.send(upload(form("x".repeat(100_000)).substring(0, 90_000), 100_000));
            assertEquals("", client.rest());
        }
        assertEquals("CloseConnectionException", outcome());
    }

    @Test
    void a_dripping_body_ends() throws Exception {
        try (RawClient client = client()) {
            client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
            // A latch that nobody counts down is the clock: one byte every 50 ms is 20 bytes per second.
            var clock = new java.util.concurrent.CountDownLatch(1);
            assertThrows(IOException.class, () -> {
                while (!clock.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    client.send("x");
                }
            });
        }
    }

    @Test
    void a_client_that_does_not_read_is_given_up() throws Exception {
        waitFor(LONG);
        try (RawClient client = client()) {
            client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals("CloseConnectionException", outcome());
        }
    }

    @Test
    void a_slow_handler_is_not_disturbed() throws Exception {
        GuardedServer server = waitFor(LONG);
        try (RawClient client = client()) {
            client.send("GET /hold HTTP/1.1\r\nHost: x\r\n\r\n");
            server.held().await();
            try (RawClient idle = client()) {
                // The idle connection is given up after longer than the limit; the handler outlives it.
                assertEquals("", idle.rest());
            }
            server.release().countDown();
            assertEquals("released", client.body(client.answer()));
        }
    }

    @Test
    void an_active_connection_lives_on() throws Exception {
        waitFor(LONG);
        var clock = new java.util.concurrent.CountDownLatch(1);
        try (RawClient client = client()) {
            long end = System.nanoTime() + LONG.plusSeconds(2).toNanos();
            while (System.nanoTime() < end) {
                client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
                assertEquals("hello", client.body(client.answer()));
                assertTrue(!clock.await(100, java.util.concurrent.TimeUnit.MILLISECONDS));
            }
        }
    }
}
