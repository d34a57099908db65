package dev.scripta.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.account.SignIn;
import dev.scripta.adapters.http.account.SignInSettings;
import dev.scripta.adapters.http.account.SigningSecrets;
import dev.scripta.adapters.http.page.Origins;
import dev.scripta.adapters.http.page.PageSettings;
import dev.scripta.core.memory.InMemoryAccountRepository;
import dev.scripta.core.usecase.Accounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people say, are called and know stays out of the log, whatever goes wrong; what requests a line belongs to is in it. */
@Timeout(120)
class QuietLogsIT {

    private static final String MARKER = "Xyzzy7Plugh";
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String TRACE = "[4bf92f3577b34da6a3ce929d0e0e4736]";
    private static final String JSON = "Content-Type: application/json";
    private static final String SECRET = "secret-" + MARKER.repeat(4);

    @TempDir
    Path folder;
    private final Backend backend = new Backend();
    private final AllLogged log = new AllLogged();
    private final List<Integer> statuses = new ArrayList<>();
    private ScriptaServer server;
    private String token = "";

    @BeforeEach
    void start() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages/uploads"));
        Files.writeString(pages.resolve(MARKER + ".txt"), MARKER);
        var callers = new SignIn(new Accounts(new InMemoryAccountRepository(), backend.clock),
                new SignInSettings(new SigningSecrets(SECRET, Optional.empty()), Duration.ofDays(7), true, true),
                backend.clock, new Random(1));
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, folder.resolve("spool"), Duration.ZERO, 1 << 20,
                1 << 16, Duration.ofSeconds(10), 50, Duration.ofSeconds(1), Origins.OWN,
                new PageSettings(Optional.of(folder.resolve("pages")), PageSettings.STRICT));
        server = new ScriptaServer(settings, backend.process(), callers,
                () -> new Health(!backend.storeAway, "ready"), Templates.NONE, result -> {}, backend.clock,
                new Random(1));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        log.close();
    }

    private Reply send(String request, String body, String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(lines));
        all.addAll(List.of("User-Agent: " + MARKER, "Cookie: a=" + MARKER, "X-Forwarded-For: " + MARKER,
                "traceparent: " + PARENT, "tracestate: " + MARKER));
        if (!token.isEmpty()) {
            all.add("Authorization: Bearer " + token);
        }
        Reply reply = Reply.to(server.port(), request, body.getBytes(UTF_8), all.toArray(String[]::new));
        statuses.add(reply.status());
        return reply;
    }

    private Reply form(String path, FormData form) throws IOException {
        return send("POST " + path, new String(form.bytes(), UTF_8), "Content-Type: " + form.contentType());
    }

    private void raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static Optional<String> member(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",]+)").matcher(json);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static FormData upload() {
        return new FormData().text("session_id", "session-" + MARKER)
                .file("audio_file\"; filename=\"" + MARKER + ".wav", Backend.SPEECH);
    }

    private static FormData analysis(String json) {
        return new FormData().text("session_id", "session-" + MARKER)
                .text("transcript", "I said " + MARKER)
                .text("analysis", json);
    }

    private void signIn(String person) throws IOException {
        String answer = send("POST /api/auth/login", person, JSON).body();
        token = member("access_token", answer).orElse(token);
    }

    private void everyRoute() throws IOException {
        // Past the limits of sign-in.
        backend.clock.advance(Duration.ofHours(1));
        String person = "{\"name\":\"" + MARKER + "\",\"email\":\"" + MARKER + "@example.com\",\"password\":\""
                + MARKER + MARKER + "\",\"medical_id\":\"" + MARKER + "\",\"national_id\":\"" + MARKER + "\"}";
        send("POST /api/auth/signup", person, JSON);
        send("POST /api/auth/signup", person.replace("{", "{{"), JSON);
        send("POST /api/auth/signup", person.replace("@example.com", ""), JSON);
        send("POST /api/auth/login", person.replace("\"password\":\"", "\"password\":\"wrong"), JSON);
        send("POST /api/auth/login", person.replace("@example.com", "@nobody.example"), JSON);
        signIn(person);
        send("GET /api/auth/me", "");
        send("POST /api/auth/verify-token", "");
        send("GET /api/user/profile?" + MARKER, "");
        send("PUT /api/user/profile", person, JSON);
        signIn(person);
        form("/api/user/profile-picture", new FormData().file("file", MARKER.getBytes(UTF_8)));
        send("DELETE /api/user/profile-picture", "");
        form("/api/upload-audio", upload());
        form("/api/upload-audio", upload().text("reprocess", MARKER));
        form("/api/upload-audio", new FormData().text("session_id", MARKER.repeat(20)));
        form("/api/save-analysis", analysis("{\"" + MARKER + "\":\"" + MARKER + "\"}"));
        form("/api/save-analysis", analysis("{" + MARKER));
        form("/api/save-analysis", analysis(MARKER.repeat(10_000)));
        String list = send("GET /api/user/conversations?page=1&" + MARKER + "=" + MARKER, "").body();
        send("GET /api/user/conversations?page=" + MARKER, "");
        send("GET /api/user/conversations/" + MARKER, "");
        String id = member("id", list).orElse("1");
        for (String ending : List.of("", ".json", ".md", ".txt", ".srt", ".vtt", ".pdf", "." + MARKER)) {
            send("GET /api/user/conversations/" + id + ending, "", "If-Match: " + MARKER, "Accept: text/" + MARKER);
        }
        send("POST /api/generate-pdf", "{\"session_id\":\"" + MARKER + "\",\"analysis\":{\"a\":\"" + MARKER + "\"}}",
                JSON);
        send("POST /api/generate-pdf", "{\"session_id\":\"" + MARKER + "\",\"analysis\":\"" + MARKER + "\"}", JSON);
        send("DELETE /api/user/conversations/" + id, "");
        send("DELETE /api/user/conversations/" + id, "");
        send("GET /api/health?" + MARKER, "", "Origin: https://" + MARKER);
        send("POST /api/save-analysis", MARKER, "Origin: https://" + MARKER);
        send("GET /uploads/" + MARKER + ".txt", "", "Range: bytes=" + MARKER, "If-None-Match: " + MARKER);
        send("GET /uploads/../" + MARKER, "");
        send("GET /docs?" + MARKER, "");
        send("GET /" + MARKER, "");
        send(MARKER + " /api/health", "");
        send("PUT /api/health/" + MARKER, MARKER, "Content-Type: " + MARKER);
        send("POST /api/upload-audio", MARKER, "Content-Type: multipart/form-data; boundary=" + MARKER);
        send("POST /api/upload-audio", "--b\r\n" + MARKER, "Content-Type: multipart/form-data; boundary=b");
        String real = token;
        for (String bad : List.of(MARKER, real + MARKER, MARKER + "." + MARKER + "." + MARKER, "")) {
            token = bad;
            send("GET /api/user/profile", "");
        }
        token = "";
        send("GET /api/user/profile", "", "Authorization: Basic " + MARKER);
        form("/api/upload-audio", upload());
        token = real;
        raw(MARKER + "\r\n\r\n");
        raw("GET /" + MARKER + " HTTP/1.1\r\n" + MARKER + "\r\n\r\n");
        raw("GET /%zz" + MARKER + " HTTP/1.1\r\nHost: " + MARKER + "\r\n\r\n");
        raw("GET /" + MARKER.repeat(2000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + MARKER.repeat(5000) + "\r\n\r\n");
        raw("POST /api/save-analysis HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n" + MARKER);
        raw("POST /api/save-analysis HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + MARKER + "\r\n");
    }

    @Test
    void nothing_that_people_say_or_know_is_logged_whatever_fails() throws Exception {
        everyRoute();
        List<Runnable> failures = List.of(() -> backend.storeAway = true, () -> backend.savesRefused = true,
                () -> backend.engine = audio -> {
                    throw new IllegalStateException(MARKER, new IOException(MARKER));
                }, () -> backend.analyzer = transcript -> {
                    throw new IllegalArgumentException(transcript.text() + MARKER);
                }, () -> backend.beforeSave = () -> {
                    throw new IllegalStateException(MARKER);
                });
        var engine = backend.engine;
        var analyzer = backend.analyzer;
        for (Runnable failure : failures) {
            failure.run();
            everyRoute();
            sweep();
            backend.storeAway = false;
            backend.savesRefused = false;
            backend.engine = engine;
            backend.analyzer = analyzer;
            backend.beforeSave = () -> {};
        }
        List<String> told = log.lines().stream().filter(line -> line.contains(MARKER)).toList();
        assertAll(() -> assertEquals(List.of(), told),
                () -> assertTrue(
                        statuses.containsAll(List.of(200, 201, 400, 401, 403, 404, 405, 413, 422, 500, 503)),
                        statuses.toString()),
                () -> assertTrue(log.lines().stream().anyMatch(line -> line.contains("IllegalStateException"))));
    }

    private void sweep() {
        server.sweep();
        while (server.inBackground() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void lines_tell_which_request_they_belong_to_and_others_do_not() throws Exception {
        everyRoute();
        backend.beforeSave = () -> {
            throw new IllegalStateException("boom");
        };
        assertEquals(500, form("/api/save-analysis", analysis("{}")).status());
        String failed = lineWith("Request failed: POST /api/save-analysis");
        String deleted = lineWith("delete account=");
        sweep();
        assertAll(() -> assertTrue(failed.startsWith("ERROR " + TRACE) || failed.startsWith("SEVERE " + TRACE), failed),
                () -> assertTrue(deleted.startsWith("INFO " + TRACE + " dev.scripta.audit: delete account=1 "
                        + "conversation="), deleted),
                () -> assertTrue(deleted.stripTrailing().endsWith("outcome=done"), deleted),
                () -> assertTrue(lineWith("outcome=not-found").contains("delete account=1")),
                () -> assertTrue(log.lines().stream().anyMatch(line -> line.contains(" [] "))));
    }

    @Test
    void secrets_are_not_printed() {
        SignInSettings settings = new SignInSettings(new SigningSecrets(SECRET, Optional.of(SECRET + "2")),
                Duration.ofDays(7), true, true);
        assertFalse(settings.toString().contains(MARKER), settings.toString());
    }

    private String lineWith(String text) {
        return log.lines().stream().filter(line -> line.contains(text)).findFirst().orElse("no line with " + text);
    }
}
