package dev.scripta.adapters.http.admin;

import dev.scripta.adapters.http.JsonAnswers;
import dev.scripta.adapters.http.page.LoopbackHosts;
import dev.scripta.adapters.http.page.Origins;
import dev.scripta.adapters.http.page.SecurityHeaders;
import dev.scripta.adapters.http.transport.Envelope;
import dev.scripta.adapters.http.transport.Problems;
import dev.scripta.adapters.http.transport.StrictFraming;
import dev.scripta.adapters.http.transport.Traces;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** The admin port's table of contents. */
final class AdminRouting {

    private static final String JSON = "application/json";
    /** The version of Prometheus' text exposition format. */
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<Readiness> readiness;
    private final Supplier<String> metrics;
    private final Traces traces;
    private final Problems problems;
    private final JsonAnswers answers = new JsonAnswers();

    AdminRouting(Supplier<Readiness> readiness, Supplier<String> metrics, Traces traces,
            Problems problems) {
        this.readiness = readiness;
        this.metrics = metrics;
        this.traces = traces;
        this.problems = problems;
    }

    void register(HttpRouting.Builder routing) {
        Envelope envelope = new SecurityHeaders();
        routing.addFilter(traces);
        routing.addFilter(new StrictFraming(problems));
        routing.addFilter((chain, request, response) -> {
            envelope.seal(request.headers(), response.headers());
            chain.proceed();
        });
        routing.addFilter(new LoopbackHosts(Origins.OWN, problems));
        problems.register(routing);
        routing.get("/health/live", (request, response) -> live(response));
        routing.get("/health/ready", (request, response) -> ready(response));
        routing.get("/metrics", (request, response) -> send(response, PROMETHEUS, metrics.get()));
        problems.onlyMethods(routing, "/health/live", Method.GET);
        problems.onlyMethods(routing, "/health/ready", Method.GET);
        problems.onlyMethods(routing, "/metrics", Method.GET);
        routing.any(problems.notFound());
    }

    /** To answer at all is to be alive: what is away elsewhere is not cured by a restart of this process. */
    private void live(ServerResponse response) {
        send(response, JSON, answers.text(Map.of("status", "live")));
    }

    private void ready(ServerResponse response) {
        Readiness now = readiness.get();
        response.status(now.ready() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        send(response, JSON, answers.text(ReadinessResponse.of(now)));
    }

    private static void send(ServerResponse response, String type, String text) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
