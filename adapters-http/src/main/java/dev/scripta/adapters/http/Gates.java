package dev.scripta.adapters.http;

import dev.scripta.adapters.http.page.CorsHeaders;
import dev.scripta.adapters.http.page.ForeignPages;
import dev.scripta.adapters.http.page.LoopbackHosts;
import dev.scripta.adapters.http.page.SecurityHeaders;
import dev.scripta.adapters.http.transport.Envelope;
import dev.scripta.adapters.http.transport.Problems;
import dev.scripta.adapters.http.transport.StrictFraming;
import dev.scripta.adapters.http.transport.Traces;
import io.helidon.webserver.http.HttpRouting;
import java.util.random.RandomGenerator;

/** What every request passes before its route, in this order, and what every answer gets, whoever writes it. */
final class Gates {

    private final HttpSettings settings;
    private final boolean signIn;
    private final Envelope envelope;
    private final Traces traces;
    private final Problems problems;

    Gates(HttpSettings settings, boolean signIn, RandomGenerator random) {
        this.settings = settings;
        this.signIn = signIn;
        this.envelope = new SecurityHeaders().and(new CorsHeaders(settings.origins()));
        this.traces = new Traces(random);
        this.problems = new Problems(traces, envelope);
    }

    Problems problems() {
        return problems;
    }

    void register(HttpRouting.Builder routing) {
        routing.addFilter(traces);
        routing.addFilter(new StrictFraming(problems));
        routing.addFilter((chain, request, response) -> {
            envelope.seal(request.headers(), response.headers());
            chain.proceed();
        });
        if (!signIn && LoopbackHosts.isLoopback(settings.host())) {
            routing.addFilter(new LoopbackHosts(settings.origins(), problems));
        }
        routing.addFilter(new ForeignPages(settings.origins(), problems));
    }
}
