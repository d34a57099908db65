package dev.scripta.app;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody with an account, and what their browser sends. */
record Member(String address, String token) {

    static final String PASSWORD = "correct horse battery";

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Member signUp(RunningScripta scripta, String email) throws IOException, InterruptedException {
        return enter(scripta, "signup", Json.createObjectBuilder()
                .add("name", "Ann")
                .add("email", email)
                .add("password", PASSWORD)
                .build()
                .toString());
    }

    static Member logIn(RunningScripta scripta, String email) throws IOException, InterruptedException {
        return enter(scripta, "login",
                Json.createObjectBuilder().add("email", email).add("password", PASSWORD).build().toString());
    }

    private static Member enter(RunningScripta scripta, String door, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(scripta.address() + "/api/auth/" + door))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(door + ": " + answer.statusCode() + " " + answer.body());
        }
        return new Member(scripta.address(), Answer.parse(answer.body()).getString("access_token"));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer upload(String session, Path recording) throws IOException, InterruptedException {
        return post("/api/upload-audio",
                new FormData().text("session_id", session).file("audio_file", Files.readAllBytes(recording)));
    }

    Answer save(String session, String transcript, String analysis) throws IOException, InterruptedException {
        return post("/api/save-analysis", new FormData().text("session_id", session)
                .text("transcript", transcript)
                .text("analysis", analysis));
    }

    private Answer post(String path, FormData form) throws IOException, InterruptedException {
        return new Answer(send("POST", path, BodyPublishers.ofByteArray(form.bytes()), "Content-Type",
                form.contentType()));
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body)
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public String toString() {
        return "Member";
    }
}
