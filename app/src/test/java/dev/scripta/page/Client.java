package dev.scripta.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.app.FormData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Another client of the service for one person, such as a second device. */
final class Client implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;

    Client(URI service) {
        this.service = service;
    }

    /** Saves a conversation. */
    void save(String session, String transcript, String analysis) throws IOException, InterruptedException {
        post("/api/save-analysis", new FormData().text("session_id", session)
                .text("transcript", transcript)
                .text("analysis", analysis));
    }

    /** Sends a recording and returns when it is a conversation. */
    void upload(String session, byte[] audio) throws IOException, InterruptedException {
        post("/api/upload-audio", new FormData().text("session_id", session).file("audio_file", audio));
    }

    private void post(String path, FormData form) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.bytes()))
                .build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
