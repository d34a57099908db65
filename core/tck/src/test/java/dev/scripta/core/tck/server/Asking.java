package dev.scripta.core.tck.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A client of the server. */
final class Asking {

    static final String BOUNDARY = "a-boundary-of-the-tests-0123456789";

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Asking() {}

    static HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    static CompletableFuture<HttpResponse<String>> getLater(URI url) {
        return CLIENT.sendAsync(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    static HttpResponse<InputStream> open(URI url) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofInputStream());
    }

    static HttpResponse<String> postText(URI url, String body) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    static HttpResponse<String> postForm(URI url, BodyPublisher form) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(url)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form)
                .build(), BodyHandlers.ofString());
    }

    static String part(String headers, String content) {
        return "--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n" + content + "\r\n";
    }

    static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    static BodyPublisher text(String... parts) {
        return BodyPublishers.ofByteArray(String.join("", parts).getBytes(StandardCharsets.ISO_8859_1));
    }
}
