package dev.scripta.adapters.http.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.transport.ConnectionLimits;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingIT extends SocketTests {

    private static final String SECOND = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

    @BeforeEach
    void start() {
        start(s -> s.with(new ConnectionLimits(1 << 20, Duration.ofSeconds(30), 512)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Content-Length: 4\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 4",
            "Content-Length: 4\r\nContent-Length: 4", "Content-Length: 4\r\nContent-Length: 5", "Content-Length: 4, 4",
            "Content-Length: +4", "Content-Length: -4", "Content-Length: 0x4", "Content-Length: 4 4", "Content-Length:",
            "Content-Length: 99999999999999999999", "Content-Length: \u0664", "Content-Length : 4",
            "Transfer-Encoding: xchunked", "Transfer-Encoding: Chunked", "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Transfer-Encoding: identity",
            "Transfer-Encoding:\u000bchunked", "Transfer-Encoding : chunked", "Transfer-Encoding:",
            "Content-Encoding: gzip\r\nContent-Length: 4",
            "X: y\r\n Transfer-Encoding: chunked", "X: a\rTransfer-Encoding: chunked",
            "X: a\nTransfer-Encoding: chunked"})
    void ambiguous_requests_are_refused_and_what_follows_is_no_request(String headers) throws Exception {
        try (RawClient client = client()) {
            client.send("POST /echo HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n0\r\n\r\n" + SECOND);
            var answer = client.answer();
            assertEquals(400, answer.status());
            assertTrue(answer.has("application/problem+json"));
            assertTrue(answer.has("connection: close"));
            assertTrue(client.body(answer).contains("\"status\":400"));
            assertEquals("", client.rest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-1\r\n", "+1\r\nx\r\n", "0x1\r\nx\r\n", " 1\r\nx\r\n", "1 \r\nx\r\n",
            "1;a=b\r\nx\r\n",
            "fffffffffffffffff\r\n", "100000000\r\n", "1\r\nxy\r\n0\r\n\r\n", "1\r\nx0\r\n\r\n", "1\nx\r\n0\r\n\r\n",
            "0\r\nTrailer: x\r\n\r\n", "0\nx\r\n\r\n", "00000000000001\r\nx\r\n"})
    void broken_chunks_are_refused(String chunks) throws Exception {
        try (RawClient client = client()) {
            client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + SECOND);
            var answer = client.answer();
            assertEquals(400, answer.status());
            assertTrue(answer.has("connection: close"));
            assertTrue(client.body(answer).contains("\"status\":400"));
            assertEquals("", client.rest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fffffff\r\n", "ffffffff\r\n", "80000000\r\n", "100001\r\n"})
    void huge_chunks_are_refused_by_their_size(String chunk) throws Exception {
        try (RawClient client = client()) {
            client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk);
            assertEquals(413, client.answer().status());
        }
    }

    @Test
    void a_chunk_of_400_megabytes_is_refused_while_it_comes() throws Exception {
        try (RawClient client = client()) {
            client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n17d78400\r\n");
            assertTrue(client.isCutOff(new byte[1 << 20], 400));
        }
    }

    @Test
    void a_chunk_within_the_limit_is_taken() throws Exception {
        try (RawClient client = client()) {
            client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n100000\r\n")
                    .send(new byte[1 << 20])
                    .send("\r\n3\r\nabc\r\n0\r\n\r\n");
            var answer = client.answer();
            assertEquals(200, answer.status());
            assertEquals((1 << 20) + 3, client.body(answer).length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /hello HTTP/1.1\r\nHost: x\r\nX: ", "GET /hello HTTP/1.1\r\nHost: x\r\nX",
            "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"})
    void endless_lines_end(String start) throws Exception {
        byte[] line = new byte[1 << 16];
        java.util.Arrays.fill(line, (byte) '1');
        try (RawClient client = client()) {
            client.send(start);
            assertTrue(client.isCutOff(line, 3000));
        }
    }

    @Test
    void endless_headers_end() throws Exception {
        try (RawClient client = client()) {
            client.send("GET /hello HTTP/1.1\r\nHost: x\r\n");
            assertTrue(client.isCutOff("a: b\r\n".repeat(1000).getBytes(UTF_8), 30_000));
        }
    }

    @Test
    void an_early_answer_ends_the_connection_and_the_rest_is_no_request() throws Exception {
        for (String path : new String[]{"/refuse", "/early"}) {
            try (RawClient client = client()) {
                client.send("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 700000\r\n\r\n"
                        + SECOND.repeat(20_000).substring(0, 600_000));
                var answer = client.answer();
                assertEquals(path.equals("/early") ? 200 : 401, answer.status());
                assertEquals(answer.length(), client.body(answer).length());
                assertEquals("", client.rest());
            }
        }
    }

    @Test
    void an_answer_instead_of_100_continue_ends_the_connection() throws Exception {
        try (RawClient client = client()) {
            client.send("POST /early HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " + SECOND.length()
                    + "\r\n\r\n");
            var answer = client.answer();
            assertEquals("not read", client.body(answer));
            client.send(SECOND);
            assertEquals("", client.rest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close", "Connection: Close", "Connection: x, close", "connection:close"})
    void close_closes_at_once(String header) throws Exception {
        for (String path : new String[]{"/hello", "/stream", "/nothing"}) {
            try (RawClient client = client()) {
                long start = System.nanoTime();
                client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n");
                String all = client.rest();
                assertTrue(all.startsWith("HTTP/1.1 "), all);
                assertTrue(System.nanoTime() - start < 10_000_000_000L);
            }
        }
    }

    @Test
    void requests_in_a_row_are_answered_in_a_row() throws Exception {
        try (RawClient client = client()) {
            client.send(SECOND.repeat(50));
            for (int i = 0; i < 50; i++) {
                assertEquals("hello", client.body(client.answer()));
            }
        }
    }
}
