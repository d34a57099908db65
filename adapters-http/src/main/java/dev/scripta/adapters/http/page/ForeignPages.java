package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.adapters.http.transport.Problems;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses what pages of other sites would change (403), also where a browser sends it without asking first, and answers
 * browsers that do ask. As Go's {@code http.CrossOriginProtection} does, it believes {@code Sec-Fetch-Site}, which no page can
 * set, and else compares {@code Origin} with {@code Host}; what has neither is no browser. Thread-safe.
 */
public final class ForeignPages implements Filter {

    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD, Method.OPTIONS);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final String METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";
    private static final String SECONDS = "600";

    /** Names of headers with commas between them. */
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~, \\t-]*");

    private final Origins origins;
    private final Problems problems;

    /**
     * Makes the filter.
     *
     * @param origins those that are not foreign
     * @param problems writes the refusals
     */
    public ForeignPages(Origins origins, Problems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Method method = request.prologue().method();
        boolean asks = method.equals(Method.OPTIONS) && request.headers().contains(HeaderNames.ORIGIN)
                && request.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
        if (!asks && READING.contains(method)) {
            chain.proceed();
        } else if (isForeign(request.headers())) {
            problems.send(request, response, Problem.of(403, "Pages of this origin may not use this server."));
        } else if (asks) {
            answer(request, response);
        } else {
            chain.proceed();
        }
    }

    private boolean isForeign(Headers request) {
        Optional<String> origin = request.first(HeaderNames.ORIGIN);
        if (origin.filter(origins::contain).isPresent()) {
            return false;
        }
        String host = request.first(HeaderNames.HOST).orElse("");
        return request.first(FETCH_SITE)
                .map(site -> !OWN_SITE.contains(site))
                .or(() -> origin.map(from -> !Origins.hostOf(from).equalsIgnoreCase(host)))
                .orElse(false);
    }

    /** As existing pages' browsers were answered; {@link CorsHeaders} say for whom. */
    private static void answer(RoutingRequest request, RoutingResponse response) {
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        request.headers()
                .first(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS)
                .filter(NAMES.asMatchPredicate())
                .ifPresent(names -> response.header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, names));
        response.header(HeaderNames.ACCESS_CONTROL_MAX_AGE, SECONDS);
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.send("OK".getBytes(StandardCharsets.UTF_8));
    }
}
