package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.page.Page;
import dev.scripta.adapters.http.page.PageSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that comes with the program. */
@Timeout(60)
class OwnPageIT {

    private static final String SCRIPT = "say('hello');\n".repeat(100);

    @TempDir
    Path folder;
    private OpenApi api;

    @BeforeEach
    void start() {
        api = served(SCRIPT);
    }

    private OpenApi served(String script) {
        Page page = new Page(Map.of("index.html", bytes(
                "{modules}<script src=\"/page/{version}/js/main.js\"></script>"),
                "js/main.js", bytes(script)));
        return OpenApi.withPages(folder, new PageSettings(Optional.empty(), PageSettings.STRICT, Optional.of(page)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static String script(Reply start) {
        return start.body().replaceFirst("(?s).*src=\"([^\"]+)\".*", "$1");
    }

    @Test
    void start_is_asked_for_again_each_time_and_names_files_that_never_change() throws Exception {
        Reply start = api.send("GET /");
        Reply script = api.send("GET " + script(start));
        assertAll(() -> assertEquals("text/html; charset=utf-8", start.header("content-type")),
                () -> assertEquals("no-cache", start.header("cache-control")),
                () -> assertTrue(
                        start.body().startsWith("<link rel=\"modulepreload\" href=\"" + script(start) + "\">")),
                () -> assertTrue(start.header("content-security-policy").contains("script-src 'self';")),
                () -> assertEquals(SCRIPT, script.body()),
                () -> assertEquals("text/javascript; charset=utf-8", script.header("content-type")),
                () -> assertEquals("public, max-age=31536000, immutable", script.header("cache-control")),
                () -> assertEquals("nosniff", script.header("x-content-type-options")));
    }

    @Test
    void changed_files_have_another_address() throws Exception {
        String before = script(api.send("GET /"));
        api.close();
        api = served("say('good bye');");
        Reply start = api.send("GET /");
        assertNotEquals(before, script(start));
        assertEquals(404, api.send("GET " + before).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/", "/page/0123456789abcdef/js/main.js", "/index.html", "/js/main.js"})
    void nothing_else_is_there(String path) throws Exception {
        assertEquals(404, api.send("GET " + path).status());
    }

    @Test
    void packed_for_who_takes_it_packed() throws Exception {
        String path = script(api.send("GET /"));
        Reply plain = api.send("GET " + path, "Accept-Encoding: br, gzip;q=0");
        Reply packed = api.send("GET " + path, "Accept-Encoding: br, gzip");
        Reply known = api.send("GET " + path, "Accept-Encoding: gzip", "If-None-Match: " + packed.header("etag"));
        assertAll(() -> assertEquals(SCRIPT, plain.body()),
                () -> assertEquals("gzip", packed.header("content-encoding")),
                () -> assertTrue(Integer.parseInt(packed.header("content-length")) < SCRIPT.length() / 5),
                () -> assertEquals("Accept-Encoding", packed.header("vary")),
                () -> assertNotEquals(plain.header("etag"), packed.header("etag")),
                () -> assertEquals(304, known.status()));
    }
}
