package dev.scripta.adapters.speech.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.scripta.adapters.speech.guard.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Carries LangChain4j's requests by the JDK's client, and tells what its own transport keeps to itself: when a busy server
 * wants to be asked again. HTTP/1.1 only, for servers behind uvicorn lose the body of an upgraded request. Thread-safe.
 */
final class Transport implements HttpClient {

    /** Far beyond any analysis. */
    private static final int MAX_ANSWER = 16 << 20;

    private final java.net.http.HttpClient client;
    private final Optional<String> key;

    Transport(OpenAiChatSettings settings) {
        this.key = settings.key();
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connecting())
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(translated(request), BodyHandlers.ofInputStream());
            byte[] body = body(response);
            if (response.statusCode() / 100 != 2) {
                throw ServerAnsweredException.of(response.statusCode(), new String(body, StandardCharsets.UTF_8),
                        RetryAfter.of(response.headers()), key);
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(body)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        java.net.http.HttpRequest.Builder translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
        return translated.method(request.method().name(), BodyPublishers.ofString(request.body())).build();
    }

    private static byte[] body(HttpResponse<InputStream> response) throws IOException {
        try (InputStream stream = response.body()) {
            byte[] body = stream.readNBytes(MAX_ANSWER + 1);
            if (body.length > MAX_ANSWER) {
                throw new IllegalStateException("the answer has more than " + MAX_ANSWER + " bytes");
            }
            return body;
        }
    }
}
