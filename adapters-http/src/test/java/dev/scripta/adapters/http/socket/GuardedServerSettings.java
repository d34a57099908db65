package dev.scripta.adapters.http.socket;

import dev.scripta.adapters.http.transport.ConnectionLimits;
import dev.scripta.adapters.http.transport.FormLimits;
import java.nio.file.Path;
import java.time.Duration;

record GuardedServerSettings(
        int port, int receiveBuffer, int backlog, int maxTcpConnections, int maxConcurrentRequests, long maxPayload,
        Duration shutdownGrace, ConnectionLimits connection, FormLimits form, Path spool) {

    static GuardedServerSettings standard(Path spool) {
        return new GuardedServerSettings(
                0, 1 << 20, 1024, 1000, 800, 2_200_000_000L, Duration.ofSeconds(1),
                new ConnectionLimits(256 * 1024, Duration.ofSeconds(30), 512),
                new FormLimits(2_100_000_000L, 2_000_000_000L, 1 << 20, 1 << 20, 20), spool);
    }

    GuardedServerSettings with(ConnectionLimits other) {
        return new GuardedServerSettings(port, receiveBuffer, backlog, maxTcpConnections, maxConcurrentRequests,
                maxPayload,
                shutdownGrace, other, form, spool);
    }

    GuardedServerSettings with(FormLimits other) {
        return new GuardedServerSettings(port, receiveBuffer, backlog, maxTcpConnections, maxConcurrentRequests,
                maxPayload,
                shutdownGrace, connection, other, spool);
    }

    GuardedServerSettings payload(long other) {
        return new GuardedServerSettings(port, receiveBuffer, backlog, maxTcpConnections, maxConcurrentRequests, other,
                shutdownGrace, connection, form, spool);
    }

    GuardedServerSettings requests(int other) {
        return new GuardedServerSettings(port, receiveBuffer, backlog, maxTcpConnections, other, maxPayload,
                shutdownGrace, connection, form, spool);
    }

    GuardedServerSettings at(int other) {
        return new GuardedServerSettings(other, receiveBuffer, backlog, maxTcpConnections, maxConcurrentRequests,
                maxPayload,
                shutdownGrace, connection, form, spool);
    }
}
