package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.page.PageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's pages, as recorded of the server they were written for. */
@Timeout(60)
class PagesIT {

    private static final Instant WRITTEN = Instant.parse("2026-06-03T04:05:06.789Z");

    @TempDir
    Path folder;
    private Path pages;
    private OpenApi api;

    @BeforeEach
    void start() throws IOException {
        pages = Files.createDirectories(folder.resolve("pages"));
        for (String page : new String[]{"index", "login", "settings", "db-error"}) {
            file(page + ".html", "<p>" + page + "</p>");
        }
        file("css/style.css", "0123456789");
        file("css/deep/er.css", "deep");
        file("js/app.js", "app()");
        file("js/two words.js", "words()");
        file("uploads/face.jpg", "jpeg");
        file("uploads/trap.html", "<script>trap()</script>");
        file("css/.hidden", "secret");
        file("css/empty.css", "");
        file("private.txt", "secret");
        Files.writeString(folder.resolve("outside.css"), "secret");
        Files.createSymbolicLink(pages.resolve("css/out.css"), folder.resolve("outside.css"));
        Files.createSymbolicLink(pages.resolve("js/out"), folder);
        Files.createSymbolicLink(pages.resolve("css/in.css"), pages.resolve("css/style.css"));
        api = OpenApi.withPages(folder, new PageSettings(Optional.of(pages), PageSettings.STRICT));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private void file(String name, String text) throws IOException {
        Path file = pages.resolve(name);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.writeString(file, text), FileTime.from(WRITTEN));
    }

    @ParameterizedTest
    @CsvSource({"/,index", "/login,login", "/login.html,login", "/settings,settings", "/settings.html,settings",
            "/db-error,db-error"})
    void pages_have_the_addresses_that_they_link(String path, String page) throws Exception {
        Reply answer = api.send("GET " + path);
        assertAll(() -> assertEquals(200, answer.status()),
                () -> assertEquals("<p>" + page + "</p>", answer.body()),
                () -> assertEquals("text/html; charset=utf-8", answer.header("content-type")),
                () -> assertEquals(PageSettings.STRICT, answer.header("content-security-policy")),
                () -> assertEquals("no-cache", answer.header("cache-control")),
                () -> assertEquals("nosniff", answer.header("x-content-type-options")),
                () -> assertTrue(answer.header("trace-id").matches("[0-9a-f]{32}")));
    }

    @Test
    void the_first_page_tells_that_the_database_is_away_as_long_as_it_is() throws Exception {
        api.backend.storeAway = true;
        assertEquals("<p>db-error</p>", api.send("GET /").body());
        api.backend.storeAway = false;
        assertEquals("<p>index</p>", api.send("GET /").body());
    }

    @ParameterizedTest
    @CsvSource({"/css/style.css,text/css; charset=utf-8,0123456789", "/js/app.js,text/javascript; charset=utf-8,app()",
            "/css/deep/er.css,text/css; charset=utf-8,deep",
            "/js/two%20words.js,text/javascript; charset=utf-8,words()",
            "/uploads/face.jpg,image/jpeg,jpeg", "/css/in.css,text/css; charset=utf-8,0123456789",
            "/css/empty.css,text/css; charset=utf-8,''"})
    void files_have_their_types(String path, String type, String text) throws Exception {
        Reply answer = api.send("GET " + path);
        assertAll(() -> assertEquals(200, answer.status()), () -> assertEquals(text, answer.body()),
                () -> assertEquals(type, answer.header("content-type")),
                () -> assertEquals(Integer.toString(text.length()), answer.header("content-length")),
                () -> assertEquals("bytes", answer.header("accept-ranges")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/css", "/css/", "/css/deep", "/css/deep/", "/css/nothing.css", "/css/../private.txt",
            "/css/%2e%2e/private.txt", "/css/..%2fprivate.txt", "/css/%2e%2e%2f%2e%2e%2foutside.css",
            "/css/..%5c..%5coutside.css", "/css//etc/passwd", "/css/%2fetc%2fpasswd", "/css/.hidden", "/css/out.css",
            "/js/out/outside.css", "/css/style.css%00", "/css/style.css%00.html", "/private.txt", "/index.html",
            "/favicon.ico", "/css/deep/../../private.txt", "/uploads/../../outside.css", "/css/./../private.txt"})
    void nothing_else_is_there(String path) throws Exception {
        Reply answer = api.send("GET " + path);
        assertAll(() -> assertEquals(404, answer.status(), answer.body()),
                () -> assertEquals("application/problem+json", answer.header("content-type")),
                () -> assertEquals("default-src 'none'; frame-ancestors 'none'",
                        answer.header("content-security-policy")),
                () -> assertEquals("no-store", answer.header("cache-control")));
    }

    @Test
    void what_people_sent_is_no_page() throws Exception {
        String policy = api.send("GET /uploads/trap.html").header("content-security-policy");
        assertTrue(policy.contains("sandbox") && policy.contains("default-src 'none'"), policy);
    }

    @Test
    void what_a_browser_has_is_not_sent_again() throws Exception {
        Reply first = api.send("GET /css/style.css");
        String date = first.header("last-modified");
        assertEquals("Wed, 03 Jun 2026 04:05:06 GMT", date);
        for (String known : new String[]{"If-None-Match: " + first.header("etag"),
                "If-None-Match: \"x\", W/" + first.header("etag"), "If-None-Match: *", "If-Modified-Since: " + date,
                "If-Modified-Since: Thu, 04 Jun 2026 00:00:00 GMT"}) {
            Reply again = api.send("GET /css/style.css", known);
            assertAll(known, () -> assertEquals(304, again.status()), () -> assertEquals("", again.body()),
                    () -> assertEquals(first.header("etag"), again.header("etag")));
        }
        for (String unknown : new String[]{"If-None-Match: \"x\"", "If-Modified-Since: Tue, 02 Jun 2026 00:00:00 GMT",
                "If-Modified-Since: yesterday"}) {
            assertEquals(200, api.send("GET /css/style.css", unknown).status(), unknown);
        }
        assertEquals(200, api.send("GET /css/style.css", "If-None-Match: \"x\"", "If-Modified-Since: " + date)
                .status());
        file("css/style.css", "abcdefghij");
        Files.setLastModifiedTime(pages.resolve("css/style.css"), FileTime.from(WRITTEN.plusSeconds(1)));
        assertEquals("abcdefghij", api.send("GET /css/style.css", "If-None-Match: " + first.header("etag")).body());
    }

    @ParameterizedTest
    @CsvSource({"bytes=2-4,206,234,bytes 2-4/10", "bytes=7-,206,789,bytes 7-9/10", "bytes=-2,206,89,bytes 8-9/10",
            "bytes=0-99,206,0123456789,bytes 0-9/10", "bytes=9-9,206,9,bytes 9-9/10", "bytes=4-2,200,0123456789,''",
            "'bytes=0-1,3-4',200,0123456789,''", "chars=0-1,200,0123456789,''", "bytes=-,200,0123456789,''",
            "bytes=999999999999999999999-,200,0123456789,''"})
    void a_part_can_be_had(String range, int status, String text, String told) throws Exception {
        Reply answer = api.send("GET /css/style.css", "Range: " + range);
        assertAll(() -> assertEquals(status, answer.status()), () -> assertEquals(text, answer.body()),
                () -> assertEquals(told, answer.header("content-range")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=999999999999999999-", "bytes=-0"})
    void a_part_that_is_not_there_is_refused(String range) throws Exception {
        Reply answer = api.send("GET /css/style.css", "Range: " + range);
        assertAll(() -> assertEquals(416, answer.status()),
                () -> assertEquals("bytes */10", answer.header("content-range")));
    }

    @Test
    void the_rest_of_another_file_is_not_sent() throws Exception {
        Reply first = api.send("GET /css/style.css");
        assertAll(
                () -> assertEquals(206, api.send("GET /css/style.css", "Range: bytes=1-",
                        "If-Range: " + first.header("etag")).status()),
                () -> assertEquals(206, api.send("GET /css/style.css", "Range: bytes=1-",
                        "If-Range: " + first.header("last-modified")).status()),
                () -> assertEquals(200, api.send("GET /css/style.css", "Range: bytes=1-", "If-Range: \"x\"")
                        .status()));
    }

    @Test
    void a_file_larger_than_any_buffer_arrives_whole() throws Exception {
        file("uploads/large.bin", "0123456789".repeat(300_000));
        Reply answer = api.send("GET /uploads/large.bin");
        assertAll(() -> assertEquals("3000000", answer.header("content-length")),
                () -> assertEquals("0123456789".repeat(300_000), answer.body()));
    }

    @Test
    void a_head_has_no_body_and_other_methods_are_told() throws Exception {
        Reply head = api.send("HEAD /css/style.css");
        Reply page = api.send("HEAD /login");
        assertAll(() -> assertEquals(200, head.status()), () -> assertEquals("10", head.header("content-length")),
                () -> assertEquals("", head.body()), () -> assertEquals(405, page.status()),
                () -> assertEquals("GET", page.header("allow")),
                () -> assertEquals("GET, HEAD", api.send("DELETE /css/style.css").header("allow")));
    }

    @Test
    void a_folder_that_is_gone_has_no_files() throws Exception {
        Files.move(pages, folder.resolve("elsewhere"));
        assertEquals(404, api.send("GET /login").status());
        assertEquals(200, api.send("GET /api/health").status());
    }

    @Test
    void without_a_folder_the_address_leads_to_the_documentation() throws Exception {
        try (OpenApi bare = OpenApi.withPages(folder.resolve("bare"), PageSettings.NONE)) {
            Reply answer = bare.send("GET /");
            assertAll(() -> assertEquals(307, answer.status()), () -> assertEquals("/docs", answer.header("location")),
                    () -> assertEquals(404, bare.send("GET /login").status()),
                    () -> assertEquals(404, bare.send("GET /css/style.css").status()));
        }
    }

    @Test
    void the_documentation_comes_with_the_program() throws Exception {
        Reply page = api.send("GET /docs");
        Reply description = api.send("GET /openapi.json");
        String policy = page.header("content-security-policy");
        assertAll(() -> assertEquals("text/html; charset=utf-8", page.header("content-type")),
                () -> assertTrue(policy.contains("script-src 'self';"), policy),
                () -> assertFalse(page.body().matches("(?s).*(<script>|javascript:| on[a-z]+=|https?:).*"), page
                        .body()),
                () -> assertEquals("application/json", description.header("content-type")),
                () -> assertTrue(description.body().contains("\"openapi\"")),
                () -> assertEquals(304, api.send("GET /openapi.json",
                        "If-None-Match: " + description.header("etag")).status()));
        var files = java.util.regex.Pattern.compile("(?:href|src)=\"(docs/[^\"]+)\"").matcher(page.body());
        int count = 0;
        while (files.find()) {
            Reply file = api.send("GET /" + files.group(1));
            assertEquals(200, file.status(), files.group(1));
            assertEquals(files.group(1).matches(".*/[0-9.]+/.*"), file.header("cache-control").contains("immutable"));
            count++;
        }
        assertEquals(4, count);
    }
}
