package dev.scripta.chaos;

import dev.scripta.app.FormData;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A browser's page: records under one session id, sends each recording until it is answered, sometimes twice at once, and
 * then sends the backup save. Any instance may get any request.
 */
final class Page {

    private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_REST_MILLIS = 1500;

    private final String session;
    private final List<Integer> ports;
    private final RandomGenerator random;
    private final Report report;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Page(String session, List<Integer> ports, RandomGenerator random, Report report) {
        this.session = session;
        this.ports = ports;
        this.random = random;
        this.report = report;
    }

    /** Sends one recording; returns when the service has acknowledged it and its backup save. */
    void send(byte[] audio) throws InterruptedException {
        report.sent();
        CompletableFuture<JsonObject> twin = random.nextInt(4) == 0
                ? CompletableFuture.supplyAsync(() -> upload(audio))
                : CompletableFuture.completedFuture(JsonObject.EMPTY_JSON_OBJECT);
        JsonObject answer = upload(audio);
        report.acknowledged(session, answer.getString("audio_sha256"));
        twin.join();
        post("/api/save-analysis", new FormData().text("session_id", session)
                .text("transcript", answer.getString("transcript"))
                .text("analysis", answer.getJsonObject("analysis").toString()), List.of(200, 202));
    }

    private JsonObject upload(byte[] audio) {
        return post("/api/upload-audio", new FormData().text("session_id", session).file("audio_file", audio),
                List.of(200));
    }

    /** Again and again, as a page does until the user sees a result. */
    private JsonObject post(String path, FormData form, List<Integer> accepted) {
        while (true) {
            try {
                int port = ports.get(random.nextInt(ports.size()));
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .timeout(REQUEST_PATIENCE)
                                .header("Content-Type", form.contentType())
                                .POST(BodyPublishers.ofByteArray(form.bytes()))
                                .build(),
                        BodyHandlers.ofString());
                report.answered(path, response.statusCode());
                if (accepted.contains(response.statusCode())) {
                    return Json.createReader(new StringReader(response.body())).readObject();
                }
            } catch (IOException e) {
                report.answered(path, 0);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            rest();
        }
    }

    /** Not a wait for something to happen: it is the pace of a client that retries. */
    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(50, LONGEST_REST_MILLIS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
