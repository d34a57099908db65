package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.adapters.http.transport.Problems;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses requests (421) that name another host than a loopback one. A server that is open to everybody on its machine trusts
 * that machine's browser, and a web site can make its own name point to 127.0.0.1: to the browser, all there is its own
 * (DNS rebinding). The name it asks by tells. What came through a proxy came from elsewhere, by whatever name: proxies ask by
 * the loopback one unless they are told otherwise. Thread-safe.
 */
public final class LoopbackHosts implements Filter {

    /** RFC 6761 section 6.3 for names; addresses as the Host header writes them. */
    private static final Pattern NAMES = Pattern
            .compile("(?:localhost|[a-z0-9.-]+\\.localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?");

    /** Added by proxies (RFC 9110 section 7.6.3, RFC 7239 and what was there before it). */
    private static final List<HeaderName> PROXIES = List.of(HeaderNames.VIA, HeaderNames.FORWARDED,
            HeaderNames.X_FORWARDED_FOR, HeaderNames.X_FORWARDED_HOST, HeaderNames.create("X-Real-IP"));

    private final Origins origins;
    private final Problems problems;

    /**
     * Makes the filter.
     *
     * @param origins whose hosts are right, too, as behind a reverse proxy
     * @param problems writes the refusals
     */
    public LoopbackHosts(Origins origins, Problems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    /** Whether this name or address can be reached from the machine itself alone; false for a name that nobody knows. */
    public static boolean isLoopback(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String host = request.headers().first(HeaderNames.HOST).orElse("").toLowerCase(Locale.ROOT);
        boolean ownName = NAMES.matcher(host).matches() && PROXIES.stream().noneMatch(request.headers()::contains);
        if (ownName || origins.containHost(host)) {
            chain.proceed();
        } else {
            problems.send(request, response, Problem.of(421,
                    "This server is reached as localhost or by an allowed origin."));
        }
    }
}
