package dev.scripta.adapters.http.transport;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers errors with problem documents, wherever they come from: routes, missing routes, wrong methods and unexpected
 * failures. Where an unexpected failure came from goes to the log; what it says goes nowhere, for it may quote the request.
 *
 * <p>Thread-safe.
 */
public final class Problems {

    /** Media type of the answers. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final System.Logger log = System.getLogger(Problems.class.getName());
    private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());

    private final Traces traces;
    private final Envelope envelope;

    /**
     * Makes a writer of problems.
     *
     * @param traces tells which request a problem belongs to
     * @param envelope what problems carry as all answers do
     */
    public Problems(Traces traces, Envelope envelope) {
        this.traces = Objects.requireNonNull(traces, "traces");
        this.envelope = Objects.requireNonNull(envelope, "envelope");
    }

    /**
     * Sends a problem, without a body if the request is a HEAD. Announces the end of the connection if the request was
     * not read to its end; {@link StrictFraming} then closes it.
     *
     * @param request  what is answered
     * @param response not sent yet
     * @param problem  the answer
     */
    public void send(ServerRequest request, ServerResponse response, Problem problem) {
        byte[] body = written(problem, request.prologue().uriPath().rawPath(), request.headers(), response.headers());
        Disconnect.announceIfUnread(request, response);
        response.status(Status.create(problem.status()));
        response.header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE);
        response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        response.send(request.prologue().method().equals(Method.HEAD) ? new byte[0] : body);
    }

    /**
     * Registers the answers to refusals, to Helidon's own errors and to everything unexpected. More specific handlers
     * may be registered beside it.
     *
     * @param routing the routing to complete
     */
    public void register(HttpRouting.Builder routing) {
        routing.error(RefusedException.class, (req, res, e) -> {
            e.headers().forEach((name, value) -> res.header(name, value));
            send(req, res, Problem.of(e.status(), e.detail()));
        });
        routing.error(InsufficientDataAvailableException.class, (req, res, e) -> send(req, res, Problem.of(400)));
        routing.error(HttpException.class, (req, res, e) -> {
            e.headers().forEach(res::header);
            send(req, res, Problem.of(e.status().code() < 400 ? 500 : e.status().code()));
        });
        routing.error(Throwable.class, (req, res, e) -> {
            // A stack that was too small is one request's; memory that is used up is everybody's.
            if (e instanceof VirtualMachineError error && !(e instanceof StackOverflowError)) {
                throw error;
            }
            log.log(System.Logger.Level.ERROR, "Request failed: {0} {1}: {2}", req.prologue().method(), path(req),
                    Trace.of(e));
            send(req, res, Problem.of(500));
        });
    }

    /**
     * Answers 404; to be registered last, for any path.
     *
     * @return the handler
     */
    public Handler notFound() {
        return (request, response) -> send(request, response, Problem.of(404));
    }

    /**
     * Answers all other methods of a path with 405, and the path with a slash behind it with 307; to be called after the
     * path's own routes.
     *
     * @param rules   where the path is routed
     * @param path    the path, as in its routes
     * @param allowed the methods the path has
     */
    public void onlyMethods(HttpRules rules, String path, Method... allowed) {
        String allow = String.join(", ", Arrays.stream(allowed).map(Method::text).toList());
        rules.any(path, (request, response) -> {
            response.header(HeaderNames.ALLOW, allow);
            send(request, response, Problem.of(405));
        });
        if (!path.endsWith("/")) {
            rules.any(path + "/", Problems::withoutSlash);
        }
    }

    /** Relative, for what a Host header says must not decide where a client goes; with two slashes it would name a host. */
    private static void withoutSlash(ServerRequest request, ServerResponse response) {
        Disconnect.announceIfUnread(request, response);
        String path = path(request).replaceAll("/{2,}", "/");
        String query = request.prologue().query().rawValue();
        response.status(Status.TEMPORARY_REDIRECT_307);
        response.header(HeaderNames.LOCATION,
                path.substring(0, path.length() - 1) + (query.isEmpty() ? "" : "?" + query));
        response.send();
    }

    /** The document; the answer's headers get what all answers carry: an answer given up before took it along. */
    byte[] written(Problem problem, String path, Headers request, WritableHeaders<?> answer) {
        String trace = traces.idOf(request);
        answer.set(HeaderValues.create(Traces.HEADER, trace));
        envelope.seal(request, answer);
        return bytes(problem, path, trace);
    }

    byte[] bytes(Problem problem, String path, String trace) {
        var document = json.createObjectBuilder()
                .add("type", problem.type().toString())
                .add("title", problem.title())
                .add("status", problem.status());
        Optional.of(problem.detail()).filter(text -> !text.isBlank()).ifPresent(text -> document.add("detail", text));
        Optional.of(path).filter(text -> !text.isBlank()).ifPresent(text -> document.add("instance", text));
        document.add(Traces.NAME, trace);
        problem.members().forEach(document::add);
        return document.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String path(ServerRequest request) {
        return request.prologue().uriPath().rawPath();
    }
}
