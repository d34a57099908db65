package dev.scripta.adapters.http.transport;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.Objects;

/**
 * Answers errors that Helidon finds outside of routing, such as a malformed request line, with problem documents.
 *
 * <p>Thread-safe.
 */
public final class EarlyProblems implements DirectHandler {

    private static final String SECONDS_TO_WAIT = "1";

    private final Problems problems;

    /**
     * Makes the handler.
     *
     * @param problems writes the documents
     */
    public EarlyProblems(Problems problems) {
        this.problems = Objects.requireNonNull(problems, "problems");
    }

    /**
     * This handler for every kind of error.
     *
     * @return the value of the server's {@code directHandlers}
     */
    public DirectHandlers forAllEvents() {
        var handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, this);
        }
        return handlers.build();
    }

    /** Leaves the message out: Helidon's messages may hold what the client sent, or what an unknown exception said. */
    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        int code = code(type, status);
        byte[] body = problems.written(Problem.of(code), withoutQuery(request.path()), request.headers(),
                headers);
        var response = TransportResponse.builder()
                .status(Status.create(code))
                .headers(headers)
                .keepAlive(type.keepAlive())
                .header(HeaderNames.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .entity(request.method().equals(Method.HEAD.text()) ? new byte[0] : body);
        if (code == Status.SERVICE_UNAVAILABLE_503.code()) {
            response.header(HeaderNames.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        return response.build();
    }

    /** What fails in routing is answered there: Helidon's own failures come from request heads that it cannot read. */
    private static int code(EventType type, Status status) {
        return type == EventType.INTERNAL_ERROR || status.code() < 400 ? Status.BAD_REQUEST_400.code() : status.code();
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
