package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.page.Origins;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites stay out, unless they are allowed. */
@Timeout(60)
class CrossOriginIT {

    private static final String FRIEND = "https://pages.example";
    private static final Origins FRIENDS = new Origins(Set.of(FRIEND));

    @TempDir
    Path folder;

    private static String[] asking(String origin) {
        return new String[]{"Origin: " + origin, "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization, if-match"};
    }

    @ParameterizedTest
    @CsvSource({"/api/save-analysis", "/api/user/conversations/1", "/nothing"})
    void an_allowed_page_is_told_what_it_may_send(String path) throws Exception {
        try (OpenApi api = OpenApi.signedIn(folder, FRIENDS)) {
            Reply answer = api.send("OPTIONS " + path, asking(FRIEND));
            assertAll(() -> assertEquals(200, answer.status()), () -> assertEquals("OK", answer.body()),
                    () -> assertEquals(FRIEND, answer.header("access-control-allow-origin")),
                    () -> assertEquals("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
                            answer.header("access-control-allow-methods")),
                    () -> assertEquals("authorization, if-match", answer.header("access-control-allow-headers")),
                    () -> assertEquals("600", answer.header("access-control-max-age")),
                    () -> assertEquals("Origin", answer.header("vary")),
                    () -> assertEquals("", answer.header("access-control-allow-credentials")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://pages.example", "https://pages.example:8443",
            "https://pages.example.evil.example", "https://evil.example/https://pages.example"})
    void other_pages_are_told_nothing_and_change_nothing(String origin) throws Exception {
        try (OpenApi api = OpenApi.signedIn(folder, FRIENDS)) {
            Reply preflight = api.send("OPTIONS /api/save-analysis", asking(origin));
            Reply save = api.save("Origin: " + origin);
            Reply list = api.send("GET /api/user/conversations", "Origin: " + origin);
            assertAll(() -> assertEquals(403, preflight.status()), () -> assertEquals(403, save.status()),
                    () -> assertTrue(save.body().contains("\"detail\":\"Pages of this origin")),
                    () -> assertEquals(200, list.status()),
                    () -> assertTrue(list.body().contains("\"total\":0"), list.body()),
                    () -> assertFalse(save.headers().containsKey("access-control-allow-origin")),
                    () -> assertFalse(preflight.headers().containsKey("access-control-allow-origin")),
                    () -> assertFalse(list.headers().containsKey("access-control-allow-origin")),
                    () -> assertEquals("Origin", list.header("vary")));
        }
    }

    @Test
    void an_allowed_page_reads_answers_and_errors_alike() throws Exception {
        try (OpenApi api = OpenApi.signedIn(folder, FRIENDS)) {
            Reply saved = api.save("Origin: HTTPS://Pages.Example");
            Reply missing = api.send("GET /api/user/conversations/9", "Origin: " + FRIEND);
            Reply broken = api.send("GET /%zz", "Origin: " + FRIEND);
            String exposed = "ETag, Retry-After, Idempotent-Replayed, Trace-Id, Content-Disposition, "
                    + "Location, Preference-Applied, Content-Range, Accept-Ranges";
            assertAll(() -> assertEquals(200, saved.status(), saved.body()),
                    () -> assertEquals("HTTPS://Pages.Example", saved.header("access-control-allow-origin")),
                    () -> assertEquals(exposed, saved.header("access-control-expose-headers")),
                    () -> assertEquals(404, missing.status()),
                    () -> assertEquals(FRIEND, missing.header("access-control-allow-origin")),
                    () -> assertEquals(exposed, missing.header("access-control-expose-headers")),
                    () -> assertEquals(400, broken.status()),
                    () -> assertEquals("Origin", broken.header("vary")));
        }
    }

    @ParameterizedTest
    @CsvSource({"Origin: http://localhost:PORT,200", "Origin: https://localhost:PORT,200",
            "Origin: http://localhost,403", "Origin: http://127.0.0.1:PORT,403", "Sec-Fetch-Site: same-origin,200",
            "Sec-Fetch-Site: none,200", "Sec-Fetch-Site: cross-site,403", "Sec-Fetch-Site: same-site,403",
            "Accept: */*,200"})
    void a_page_of_our_own_is_known_by_what_browsers_say(String line, int status) throws Exception {
        try (OpenApi api = OpenApi.signedIn(folder, Origins.OWN)) {
            Reply answer = api.save(line.replace("PORT", Integer.toString(api.port())));
            assertAll(() -> assertEquals(status, answer.status(), answer.body()),
                    () -> assertFalse(answer.headers().containsKey("access-control-allow-origin")),
                    () -> assertFalse(answer.headers().containsKey("vary")));
        }
    }

    /** Behind a proxy that gives the server another Host than the browser used. */
    @Test
    void a_browser_that_says_same_origin_is_believed() throws Exception {
        try (OpenApi api = OpenApi.signedIn(folder, Origins.OWN)) {
            assertEquals(200, api.save("Origin: https://scripta.example", "Sec-Fetch-Site: same-origin").status());
            assertEquals(403, api.save("Origin: https://scripta.example", "Sec-Fetch-Site: cross-site").status());
            assertEquals(200, api.save("Origin: https://scripta.example", "Host: scripta.example").status());
        }
    }

    @Test
    void an_allowed_page_may_be_of_another_site() throws Exception {
        try (OpenApi api = OpenApi.signedIn(folder, FRIENDS)) {
            assertEquals(200, api.save("Origin: " + FRIEND, "Sec-Fetch-Site: cross-site").status());
        }
    }

    @Test
    void options_without_a_page_behind_it_is_a_wrong_method() throws Exception {
        try (OpenApi api = OpenApi.signedIn(folder, FRIENDS)) {
            assertEquals(405, api.send("OPTIONS /api/save-analysis").status());
            assertEquals(405, api.send("OPTIONS /api/save-analysis", "Origin: " + FRIEND).status());
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost,200", "localhost:PORT,200", "LOCALHOST:1,200", "127.0.0.1:PORT,200", "127.9.9.9,200",
            "[::1]:PORT,200", "scripta.localhost:80,200", "pages.example,200", "evil.example,421",
            "evil.example:PORT,421", "localhost.evil.example,421", "127.0.0.1.evil.example,421", "192.168.0.7:PORT,421",
            "localhost:PORT@evil.example,400", "0.0.0.0,421", "[::2],421"})
    void without_sign_in_a_loopback_server_answers_to_loopback_names_only(String host, int status) throws Exception {
        try (OpenApi api = OpenApi.withoutSignIn(folder, FRIENDS)) {
            Reply answer = api.send("GET /api/user/conversations",
                    "Host: " + host.replace("PORT", Integer.toString(api.port())));
            assertEquals(status, answer.status(), answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Via: 1.1 proxy", "Forwarded: for=192.0.2.1", "X-Forwarded-For: 192.0.2.1",
            "X-Forwarded-Host: scripta.example", "X-Real-IP: 192.0.2.1"})
    void without_sign_in_what_came_through_a_proxy_is_nobodys_own(String header) throws Exception {
        try (OpenApi api = OpenApi.withoutSignIn(folder, FRIENDS)) {
            assertEquals(421, api.send("GET /api/user/conversations", header).status());
            assertEquals(200, api.send("GET /api/user/conversations", header, "Host: pages.example").status());
        }
    }

    @Test
    void with_sign_in_the_name_is_the_operators_choice() throws Exception {
        try (OpenApi api = OpenApi.signedIn(folder, Origins.OWN)) {
            assertEquals(200, api.send("GET /api/health", "Host: scripta.example").status());
        }
    }
}
