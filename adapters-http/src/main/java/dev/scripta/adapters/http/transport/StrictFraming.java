package dev.scripta.adapters.http.transport;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses requests whose end is ambiguous (400), and closes a connection when either side said so or when a request was
 * answered before it was read to its end: what is left of it must never be taken for the next request.
 *
 * <p>Add it as the first filter of the routing, or right behind {@link Traces}. Thread-safe.
 */
public final class StrictFraming implements Filter {

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final Problems problems;

    /**
     * Makes the filter.
     *
     * @param problems writes the refusals
     */
    public StrictFraming(Problems problems) {
        this.problems = Objects.requireNonNull(problems, "problems");
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Optional<String> fault = fault(request.headers());
        if (fault.isPresent()) {
            Disconnect.announce(response);
            problems.send(request, response, Problem.of(400, fault.get()));
            throw new CloseConnectionException("Ambiguous request");
        }
        chain.proceed();
        if (response.isSent()) {
            closeIfDue(request, response);
        }
    }

    private static void closeIfDue(RoutingRequest request, RoutingResponse response) {
        if (!request.content().consumed()) {
            throw new CloseConnectionException("Answered before the request was read");
        }
        if (Disconnect.isAnnounced(request.headers()) || Disconnect.isAnnounced(response.headers())) {
            throw new RequestFinishedException();
        }
    }

    private static Optional<String> fault(Headers headers) {
        List<String> codings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
        List<String> lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
        if (!codings.isEmpty() && !lengths.isEmpty()) {
            return Optional.of("Transfer-Encoding and Content-Length exclude each other.");
        }
        // Helidon knows "chunked" in this spelling only and takes the body of any other for the next request.
        if (!codings.isEmpty() && !codings.equals(List.of("chunked"))) {
            return Optional.of("The only Transfer-Encoding known here is chunked.");
        }
        if (lengths.size() > 1 || lengths.stream().anyMatch(length -> !LENGTH.matcher(length).matches())) {
            return Optional.of("Content-Length must be one number.");
        }
        return Optional.empty();
    }
}
