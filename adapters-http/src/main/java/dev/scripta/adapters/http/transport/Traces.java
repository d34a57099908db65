package dev.scripta.adapters.http.transport;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.logging.common.HelidonMdc;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives each request a trace id of 32 hex digits, or takes over the one it came with (W3C Trace Context, level 1). Answers
 * carry it in a header, problem documents in a member, and lines that the request's thread logs meanwhile in the logging
 * context, all by {@value #NAME}.
 *
 * <p>Add it as the first filter of the routing. Thread-safe.
 */
public final class Traces implements Filter {

    /** The member of problem documents, and the key in the logging context. */
    public static final String NAME = "traceId";

    /** The header of answers. */
    public static final HeaderName HEADER = HeaderNames.create("Trace-Id");

    private static final HeaderName PARENT = HeaderNames.create("traceparent");

    /** Version, trace id, parent id, flags (section 3.2); versions after 00 may put more behind them. */
    private static final Pattern PARENT_FORM = Pattern.compile("(?!ff)(?!00.{54})[0-9a-f]{2}"
            + "-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

    private final ThreadLocal<Optional<String>> current = ThreadLocal.withInitial(Optional::empty);
    private final RandomGenerator random;

    /**
     * Traces one server's requests.
     *
     * @param random makes the ids; must be thread-safe
     */
    public Traces(RandomGenerator random) {
        this.random = Objects.requireNonNull(random, "random");
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String id = idOf(request.headers());
        current.set(Optional.of(id));
        HelidonMdc.set(NAME, id);
        try {
            response.header(HEADER, id);
            chain.proceed();
        } finally {
            HelidonMdc.remove(NAME);
            current.remove();
        }
    }

    /** The same work on another thread: what it logs can be found by the id of the request that this thread serves. */
    public static Runnable carried(Runnable work) {
        Optional<String> id = HelidonMdc.get(NAME);
        return id.isEmpty() ? work : () -> {
            HelidonMdc.set(NAME, id.get());
            try {
                work.run();
            } finally {
                HelidonMdc.remove(NAME);
            }
        };
    }

    /** The id of the request that this thread serves; a request that did not come as far as routing gets one now. */
    String idOf(Headers request) {
        return current.get().or(() -> sent(request)).orElseGet(this::next);
    }

    private static Optional<String> sent(Headers request) {
        return Optional.of(request.all(PARENT, List::of))
                .filter(values -> values.size() == 1)
                .map(values -> PARENT_FORM.matcher(values.getFirst()))
                .filter(Matcher::matches)
                .map(parent -> parent.group(1));
    }

    private String next() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
