package dev.scripta.adapters.http.socket;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.transport.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsIT extends SocketTests {

    @Test
    void unknown_path_and_wrong_method() throws Exception {
        start(s -> s);
        try (RawClient client = client()) {
            String missing = get(client, "GET /a%20b/c?q=1", 404);
            assertTrue(missing.matches("\\{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                    + "\"detail\":\"Not Found\",\"instance\":\"/a%20b/c\",\"traceId\":\"[0-9a-f]{32}\"}"), missing);
            client.send("DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n");
            var answer = client.answer();
            assertEquals(405, answer.status());
            assertTrue(answer.has("\r\nallow: GET\r\n"));
            assertTrue(answer.has("\r\ncontent-type: application/problem+json\r\n"));
            assertTrue(client.body(answer).contains("\"status\":405"));
            client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
            answer = client.answer();
            assertEquals(405, answer.status());
            assertTrue(answer.length() > 0);
            assertEquals("hello", client.body(client.answer()));
        }
    }

    @Test
    void an_unknown_failure_tells_nothing() throws Exception {
        start(s -> s);
        try (RawClient client = client()) {
            String body = get(client, "GET /boom", 500);
            assertFalse(body.contains("secret"));
            assertTrue(body.contains("\"instance\":\"/boom\""));
            assertEquals("hello", get(client, "GET /hello", 200));
        }
    }

    @Test
    void an_unknown_failure_is_logged_without_what_it_says() throws Exception {
        start(s -> s);
        try (Logged logged = new Logged(Problems.class); RawClient client = client()) {
            get(client, "GET /boom", 500);
            String line = logged.next();
            assertAll(() -> assertFalse(line.contains("secret"), line),
                    () -> assertTrue(line.contains("GET /boom: java.lang.IllegalStateException\n\tat "), line),
                    () -> assertTrue(line.contains(GuardedServer.class.getName()), line),
                    () -> assertTrue(line.contains("\ncaused by java.io.IOException\n\tat "), line));
        }
    }

    /** Found by generated requests: Helidon takes what it cannot read for a failure of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /hello HTTP/1.1\r\nHost: 127.0.0", "GET /hello HTTP/1.1\r\nHost: x\r\n",
            "GET /hello HTTP/1.1\r\nHost: x\r\nA: \u00e4\u00fc", "GET /hello HTTP/1.1\r\nHost: x\r\n\u00e4: b\r\n\r\n",
            "POS\u00e2 /hello HTTP/1.1\r\nHost: x\r\n\r\n", "GET /hel\u00b6lo HTTP/1.1\r\nHost: x\r\nCon"})
    void a_head_that_is_cut_off_or_no_text_is_the_clients_fault(String request) throws Exception {
        start(s -> s);
        try (RawClient client = client()) {
            client.send(request).endOutput();
            String answer = client.rest();
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "nonsense\r\n\r\n", "GET\r\n\r\n", "GET /hello\r\n\r\n",
            "GET /hello HTTP/1.0\r\n\r\n",
            "GET /hello HTTP/1.0\r\nHost: x\r\n\r\n", "GET /hello HTTP/2.0\r\nHost: x\r\n\r\n",
            "GET  HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /hello HTTP/1.1\r\n\r\n", "GET /hello HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /hello HTTP/1.1\nHost: x\n\n", "GET /hello HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
            "\u0016\u0003\u0001\r\n\r\n",
            "GET /hello?<script> HTTP/1.1\r\nHost: <script>\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"})
    void requests_beyond_understanding(String request) throws Exception {
        start(s -> s);
        try (RawClient client = client()) {
            client.send(request);
            var answer = client.answer();
            assertEquals(400, answer.status());
            assertTrue(answer.has("\r\ncontent-type: application/problem+json\r\n"), answer.head());
            String body = client.body(answer);
            assertTrue(body.contains("\"status\":400"));
            assertFalse(body.contains("<script>"));
            assertEquals("", client.rest());
        }
    }

    @Test
    void an_address_too_long() throws Exception {
        start(s -> s);
        try (RawClient client = client()) {
            assertTrue(get(client, "GET /" + "a".repeat(9000), 414).contains("\"status\":414"));
            assertEquals("", client.rest());
        }
    }

    @Test
    void too_many_requests_at_once() throws Exception {
        GuardedServer server = start(s -> s.requests(1));
        try (RawClient first = client(); RawClient second = client()) {
            first.send("GET /hold HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            server.held().await();
            second.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
            var answer = second.answer();
            assertEquals(503, answer.status());
            assertTrue(answer.has("\r\nretry-after: 1\r\n"));
            assertTrue(second.body(answer).contains("\"status\":503"));
            server.release().countDown();
            assertEquals("released", first.body(first.answer()));
            // The place is free when the connection ends; when the answer comes, it may not be yet.
            assertEquals("", first.rest());
        }
    }

    private static String get(RawClient client, String line, int status) throws Exception {
        client.send(line + " HTTP/1.1\r\nHost: x\r\n\r\n");
        var answer = client.answer();
        assertEquals(status, answer.status());
        return client.body(answer);
    }
}
