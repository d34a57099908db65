package dev.scripta.adapters.http.transport;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * HTTP/1.1 with bounds Helidon does not set itself: chunk sizes and chunk lines, a time limit for every blocked read
 * and write, a slowest rate, and a patient end when an answer was sent before the request was read.
 *
 * <p>It must be the server's only selector ({@code protocolsDiscoverServices(false)}): with two, Helidon waits for the
 * first byte before asking either, and that wait has no limit.
 *
 * <p>Thread-safe. Serves until closed; {@link #close()} stops the watch over connections, so close it after the server.
 */
public final class GuardedHttp1 implements ServerConnectionSelector, AutoCloseable {

    private final ConnectionLimits limits;
    private final Http1ConnectionSelector http1;
    private final Watchdog watchdog;

    /**
     * Guards connections with Helidon's own limits for the request line (4 KiB) and headers (16 KiB).
     *
     * @param limits what one connection may ask for
     */
    public GuardedHttp1(ConnectionLimits limits) {
        this(limits, Http1Config.create());
    }

    /**
     * Guards connections.
     *
     * @param limits what one connection may ask for
     * @param config Helidon's own HTTP/1.1 settings
     */
    public GuardedHttp1(ConnectionLimits limits, Http1Config config) {
        this.limits = Objects.requireNonNull(limits, "limits");
        // Helidon would log what is sent and received, on levels that somebody may turn on, with all that people said.
        this.http1 = Http1ConnectionSelector.builder()
                .config(Http1Config.builder(config)
                        .receiveLog(false)
                        .sendLog(false)
                        .receiveListeners(List.of())
                        .sendListeners(List.of())
                        .build())
                .build();
        this.watchdog = new Watchdog(limits.readTimeout());
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData request) {
        return http1.supports(request);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        var patience = new Patience(limits, () -> context.serverSocket().close());
        var input = new GuardedInput(context, patience);
        var guarded = new GuardedContext(
                context,
                new GuardedReader(input, limits.maxChunk()),
                new GuardedWriter(context.dataWriter(), patience));
        return new GuardedConnection(http1.connection(guarded), input, patience, watchdog);
    }

    /**
     * Ends connections as soon as they have no request in work, as a server that stops wants it: Helidon would wait for
     * those that went idle after it looked.
     */
    public void finish() {
        watchdog.finish();
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
