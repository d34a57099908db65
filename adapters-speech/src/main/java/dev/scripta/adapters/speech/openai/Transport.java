package dev.scripta.adapters.speech.openai;

import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.usecase.Ticker;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Brings a request to the engine and its whole answer back, in bounded time and memory. HTTP/1.1 alone: on an offer of
 * HTTP/2 in cleartext, servers on uvicorn drop the request's body (Kludex/uvicorn 2722). Redirections are not followed: the
 * key is for nobody else. Thread-safe.
 */
final class Transport implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MAX_ANSWER = 4 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final Ticker ticker;

    Transport(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Posts the request.
     *
     * @param patience until the end of the answer; then the connection is closed
     */
    Answer answer(HttpRequest.Builder request, BodyPublisher form, Duration patience) throws InterruptedException {
        SentBody body = new SentBody(form);
        CompletableFuture<HttpResponse<String>> coming =
                client.sendAsync(request.POST(body).build(), BoundedBody.atMost(MAX_ANSWER));
        try {
            if (!ticker.await(coming, patience)) {
                throw late(body);
            }
            HttpResponse<String> response = coming.get();
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException e) {
            throw failure(e.getCause() instanceof Exception cause ? cause : e, body);
        } catch (CancellationException e) {
            throw failure(e, body);
        } finally {
            coming.cancel(true);
        }
    }

    /** Cuts all connections. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    private static TranscriptionFailedException late(SentBody body) {
        return body.isWhole()
                ? new TranscriptionFailedException("The speech engine did not answer in time.", true)
                        .withOutcomeUnknown()
                : new TranscriptionFailedException("The speech engine did not take the audio in time.", true);
    }

    private static TranscriptionFailedException failure(Exception cause, SentBody body) {
        return switch (cause) {
            case ConnectException e -> unreached(e);
            case HttpConnectTimeoutException e -> unreached(e);
            case NoRouteToHostException e -> unreached(e);
            case SSLHandshakeException e -> new TranscriptionFailedException("The speech engine's certificate is not "
                    + "trusted: check SCRIPTA_SPEECH_OPENAI_URL.", true, e);
            case OversizedAnswerException e -> new TranscriptionFailedException(
                    "The speech engine's answer has no end.",
                    false, e);
            default -> broken(cause, body);
        };
    }

    private static TranscriptionFailedException broken(Exception cause, SentBody body) {
        return body.isWhole()
                ? new TranscriptionFailedException("The connection to the speech engine broke.", true, cause)
                        .withOutcomeUnknown()
                : new TranscriptionFailedException("The connection to the speech engine broke before it had the audio.",
                        true, cause).after(Duration.ZERO);
    }

    private static TranscriptionFailedException unreached(Exception cause) {
        return new TranscriptionFailedException("The speech engine cannot be reached.", true, cause)
                .after(Duration.ZERO);
    }
}
