package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.page.Origins;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer carries: results, refusals, errors before and in routing. */
@Timeout(60)
class SecurityHeadersIT {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @TempDir
    Path folder;
    private OpenApi api;

    @BeforeEach
    void start() {
        api = OpenApi.signedIn(folder, Origins.OWN);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"GET /api/health,200", "GET /nothing,404", "PUT /api/health,405", "GET /%zz,400", "GARBAGE,400",
            "GET /api/user/conversations?page=x,422", "POST /api/upload-audio,422", "GET /api/health/,307",
            "HEAD /api/health,405"})
    void no_answer_goes_without(String request, int status) throws Exception {
        Reply answer = api.send(request);
        assertAll(() -> assertEquals(status, answer.status(), answer.body()),
                () -> assertEquals("nosniff", answer.header("x-content-type-options")),
                () -> assertEquals("DENY", answer.header("x-frame-options")),
                () -> assertEquals("no-referrer", answer.header("referrer-policy")),
                () -> assertEquals("same-origin", answer.header("cross-origin-resource-policy")),
                () -> assertEquals("same-origin", answer.header("cross-origin-opener-policy")),
                () -> assertEquals("default-src 'none'; frame-ancestors 'none'",
                        answer.header("content-security-policy")),
                () -> assertEquals("no-store", answer.header("cache-control")),
                () -> assertTrue(answer.header("trace-id").matches("[0-9a-f]{32}"), answer.toString()),
                () -> assertTrue(status < 400 || request.startsWith("HEAD")
                        || answer.body().contains("\"traceId\":\"" + answer.header("trace-id") + "\""), answer
                                .body()));
    }

    @Test
    void an_unexpected_failure_carries_them_too() throws Exception {
        api.backend.beforeSave = () -> {
            throw new IllegalStateException();
        };
        Reply answer = api.save("traceparent: " + PARENT);
        assertAll(() -> assertEquals(500, answer.status()),
                () -> assertEquals("nosniff", answer.header("x-content-type-options")),
                () -> assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", answer.header("trace-id")),
                () -> assertTrue(answer.body().contains("\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\""), answer
                        .body()));
    }

    @Test
    void each_request_has_an_id_of_its_own() throws Exception {
        assertFalse(api.send("GET /api/health")
                .header("trace-id")
                .equals(api.send("GET /api/health")
                        .header(
                                "trace-id")));
    }

    @Test
    void errors_before_routing_belong_to_the_senders_trace() throws Exception {
        Reply answer = api.send("GET /api/health", "traceparent: " + PARENT, "Content-Length: 99999999999");
        assertAll(() -> assertEquals(413, answer.status()),
                () -> assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", answer.header("trace-id")),
                () -> assertTrue(answer.body().contains("\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"")));
    }

    @ParameterizedTest
    @CsvSource({"/api/health/,/api/health", "/api/save-analysis/,/api/save-analysis",
            "/api/save-analysis/?page=2&x=%2F,/api/save-analysis?page=2&x=%2F", "//api//health//,/api/health",
            "/api/user/conversations/7/,/api/user/conversations/7", "/docs/,/docs"})
    void a_slash_too_many_is_led_back(String path, String there) throws Exception {
        Reply answer = api.send("GET " + path, "Host: evil.example");
        assertAll(() -> assertEquals(307, answer.status(), answer.body()),
                () -> assertEquals(there, answer.header("location")), () -> assertEquals("", answer.body()));
    }

    @ParameterizedTest
    @CsvSource({"GET /api/,404", "GET /nothing/,404", "GET //evil.example/,404", "GET //evil.example,404"})
    void what_is_not_known_is_not_led_anywhere(String request, int status) throws Exception {
        Reply answer = api.send(request);
        assertAll(() -> assertEquals(status, answer.status()), () -> assertEquals("", answer.header("location")),
                () -> assertTrue(answer.body().contains("\"detail\":\"Not Found\"")));
    }

    @Test
    void a_wrong_method_is_told_as_ever() throws Exception {
        assertTrue(api.send("PUT /api/health").body().contains("\"detail\":\"Method Not Allowed\""));
    }
}
