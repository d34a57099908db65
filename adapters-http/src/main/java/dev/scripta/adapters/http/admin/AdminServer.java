package dev.scripta.adapters.http.admin;

import dev.scripta.adapters.http.page.SecurityHeaders;
import dev.scripta.adapters.http.transport.ConnectionLimits;
import dev.scripta.adapters.http.transport.EarlyProblems;
import dev.scripta.adapters.http.transport.GuardedHttp1;
import dev.scripta.adapters.http.transport.Problems;
import dev.scripta.adapters.http.transport.Traces;
import io.helidon.webserver.WebServer;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Health and metrics on a socket of their own, so that they are answered when the API has its hands full, and are not
 * visible where the API is. Thread-safe.
 */
public final class AdminServer implements AutoCloseable {

    private static final ConnectionLimits LIMITS = new ConnectionLimits(1024, Duration.ofSeconds(30), 1024);
    private static final int CONNECTIONS = 64;
    private static final long LARGEST_BODY = 1024;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final GuardedHttp1 http1;
    private final WebServer server;

    /**
     * Gets ready to serve; nothing is bound yet.
     *
     * @param settings the address
     * @param readiness asked at each request for it; must answer soon
     * @param metrics asked at each request for it: text in Prometheus' exposition format
     * @param random makes trace ids; must be thread-safe
     */
    public AdminServer(AdminSettings settings, Supplier<Readiness> readiness, Supplier<String> metrics,
            RandomGenerator random) {
        Traces traces = new Traces(random);
        Problems problems = new Problems(traces, new SecurityHeaders());
        AdminRouting routing = new AdminRouting(readiness, metrics, traces, problems);
        this.http1 = new GuardedHttp1(LIMITS);
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .protocolsDiscoverServices(false)
                .addConnectionSelector(http1)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .maxTcpConnections(CONNECTIONS)
                .maxPayloadSize(LARGEST_BODY)
                .shutdownGracePeriod(GRACE)
                .shutdownHook(false)
                .directHandlers(new EarlyProblems(problems).forAllEvents())
                .routing(routing::register)
                .build();
    }

    /**
     * Starts to serve.
     *
     * @throws java.io.UncheckedIOException when the port cannot be bound
     */
    public void start() {
        server.start();
        // Helidon logs that it could not bind, and returns.
        if (server.port() < 1) {
            throw new UncheckedIOException(new BindException("the port is in use or may not be used"));
        }
    }

    /** The TCP port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        http1.finish();
        server.stop();
        http1.close();
    }
}
