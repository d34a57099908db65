package dev.scripta.adapters.http.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server under attack that must go on serving, with nothing left in its spool. */
@Timeout(60)
abstract class SocketTests {

    @TempDir
    Path folder;
    private GuardedServer server;
    private Duration patience = Duration.ZERO;

    GuardedServer start(java.util.function.UnaryOperator<GuardedServerSettings> change) {
        if (server != null) {
            server.close();
        }
        GuardedServerSettings settings = change.apply(GuardedServerSettings.standard(folder.resolve("spool")));
        server = new GuardedServer(settings);
        patience = settings.connection().readTimeout();
        return server;
    }

    RawClient client() throws IOException {
        return new RawClient(server.port());
    }

    @AfterEach
    void still_serves_and_keeps_nothing() throws IOException {
        assertEquals("hello", hello(3));
        server.close();
        try (var files = Files.list(folder.resolve("spool"))) {
            assertEquals(0, files.count());
        }
    }

    /** Comes again if it was held up itself, between its connection and its request, until it was given up. */
    private String hello(int tries) throws IOException {
        long came = System.nanoTime();
        try (RawClient client = client()) {
            client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
            var answer = client.answer();
            assertEquals(200, answer.status());
            return client.body(answer);
        } catch (IOException givenUp) {
            if (tries == 1 || System.nanoTime() - came < patience.toNanos()) {
                throw givenUp;
            }
            return hello(tries - 1);
        }
    }

    String outcome() throws InterruptedException {
        String outcome = server.uploads().poll(20, TimeUnit.SECONDS);
        return outcome == null ? "none came" : outcome;
    }

    static String upload(String body) {
        return upload(body, body.getBytes(UTF_8).length);
    }

    static String upload(String body, long length) {
        return "POST /upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=BOUNDARY\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + body;
    }

    static String form(String content) {
        return "--BOUNDARY\r\nContent-Disposition: form-data; name=\"session_id\"\r\n\r\ns1\r\n"
                + "--BOUNDARY\r\nContent-Disposition: form-data; name=\"audio_file\"; filename=\"a.wav\"\r\n\r\n"
                + content
                + "\r\n--BOUNDARY--\r\n";
    }
}
