package dev.scripta.adapters.http.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.transport.FormLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormIT extends SocketTests {

    @Test
    void several_forms_on_one_connection() throws Exception {
        start(s -> s);
        try (RawClient client = client()) {
            for (int i = 0; i < 3; i++) {
                client.send(upload(form("content " + i)));
                var answer = client.answer();
                assertEquals(200, answer.status());
                assertTrue(client.body(answer).endsWith(" 9 {session_id=s1} []"));
                assertTrue(answer.has("connection: keep-alive"));
            }
        }
    }

    @Test
    void a_chunked_form_with_chunks_of_any_size() throws Exception {
        start(s -> s);
        byte[] form = form("x".repeat(300_000)).getBytes(UTF_8);
        for (int size : new int[]{97, 8192, 65_536, 200_000}) {
            try (RawClient client = client()) {
                var body = new StringBuilder();
                for (int at = 0; at < form.length; at += size) {
                    String chunk = new String(form, at, Math.min(size, form.length - at), UTF_8);
                    body.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
                }
                client.send(
                        "POST /upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=BOUNDARY\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n" + body + "0\r\n\r\n");
                var answer = client.answer();
                assertTrue(client.body(answer).contains(" 300000 "));
                client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
                assertEquals(200, client.answer().status());
            }
        }
    }

    @Test
    void a_form_that_waits_for_100_continue() throws Exception {
        start(s -> s);
        try (RawClient client = client()) {
            String body = form("x");
            client.send("POST /upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=BOUNDARY\r\n"
                    + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
            assertEquals(100, client.answer().status());
            client.send(body);
            assertEquals(200, client.answer().status());
        }
    }

    @Test
    void wrong_types_and_boundaries() throws Exception {
        start(s -> s);
        refused("Content-Type: multipart/form-data\r\n", 400, "Missing boundary in multipart.");
        refused("Content-Type: multipart/form-data; boundary=\r\n", 400, "Missing boundary in multipart.");
        refused("Content-Type: multipart/form-data; boundary=other\r\n", 400, "There was an error parsing the body");
        refused("Content-Type: multipart/form-data; boundary=" + "b".repeat(71) + "\r\n", 400,
                "There was an error parsing the body");
        refused("Content-Type: application/x-www-form-urlencoded\r\nX: " + "b".repeat(9) + "\r\n", 200, "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Type: application/json\r\n", "Content-Type: multipart/mixed; boundary=a\r\n"})
    void what_is_no_form_is_left_unread_and_its_rest_is_no_request(String type) throws Exception {
        start(s -> s);
        String hidden = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
        try (RawClient client = client()) {
            client.send("POST /upload HTTP/1.1\r\nHost: x\r\n" + type + "Content-Length: " + hidden.length()
                    + "\r\n\r\n" + hidden);
            var answer = client.answer();
            assertEquals("none -1 {} []", client.body(answer));
            assertEquals("", client.rest());
        }
    }

    @Test
    void an_urlencoded_form() throws Exception {
        start(s -> s);
        try (RawClient client = client()) {
            client.send(
                    "POST /upload HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
                            + "Content-Length: 23\r\n\r\nsession_id=%C3%BC&note=");
            var answer = client.answer();
            assertEquals("none -1 {note=, session_id=ü} []", client.body(answer));
        }
    }

    @Test
    void a_body_cut_off_by_the_client_is_answered_and_leaves_nothing() throws Exception {
        start(s -> s);
        String body = form("x".repeat(200));
        for (int cut = 0; cut < body.length(); cut += 13) {
            try (RawClient client = client()) {
                client.send(upload(body.substring(0, cut), body.length())).endOutput();
                var answer = client.answer();
                assertEquals(400, answer.status());
                assertTrue(client.body(answer).contains("There was an error parsing the body"));
                assertEquals("", client.rest());
            }
            assertEquals("RefusedException", outcome());
        }
    }

    @Test
    void a_client_that_goes_away_leaves_nothing() throws Exception {
        start(s -> s);
        try (RawClient client = client()) {
            client.send(upload(form("x".repeat(500_000)).substring(0, 400_000), 500_000)).reset();
        }
        assertEquals("CloseConnectionException", outcome());
        try (RawClient client = client()) {
            client.send(upload(form("x".repeat(500_000)).substring(0, 400_000), 500_000));
        }
        assertEquals("RefusedException", outcome());
    }

    @Test
    void a_file_too_large_is_refused_before_it_has_come_and_its_rest_is_no_request() throws Exception {
        start(s -> s.with(new FormLimits(2_000_000_000L, 100_000, 1000, 1000, 10)));
        try (RawClient client = client()) {
            String body = form("x".repeat(120_000) + "\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20_000));
            client.send(upload(body));
            var answer = client.answer();
            assertEquals(413, answer.status());
            assertTrue(answer.has("connection: close"));
            assertTrue(client.body(answer).contains("A file is limited to 100000 bytes."));
            assertEquals("", client.rest());
        }
        assertEquals("RefusedException", outcome());
    }

    @Test
    void a_length_above_the_servers_limit_is_refused_at_once() throws Exception {
        start(s -> s.payload(1000));
        try (RawClient client = client()) {
            client.send(upload("", 1001));
            var answer = client.answer();
            assertEquals(413, answer.status());
            assertTrue(client.body(answer).contains("\"instance\":\"/upload\""));
            assertEquals("", client.rest());
        }
        try (RawClient client = client()) {
            client.send("POST /upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=BOUNDARY\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n1f4\r\n" + "x".repeat(500) + "\r\n1f5\r\n" + "x".repeat(501));
            var answer = client.answer();
            assertEquals(413, answer.status());
            assertTrue(client.body(answer).contains("\"status\":413"));
        }
    }

    private void refused(String headers, int status, String detail) throws Exception {
        try (RawClient client = client()) {
            client.send("POST /upload HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: 8\r\n\r\n--x--\r\n\n");
            var answer = client.answer();
            assertEquals(status, answer.status(), headers);
            assertTrue(client.body(answer).contains(detail), headers);
        }
    }
}
