package dev.scripta.core.tck.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * Makes the JDK's server such that it disturbs no test: as delivered, it closes connections above 200 that wait for their
 * next request, and all after 30 s, perhaps just when the client sends one; and before Java 21, small answers take 40 ms.
 */
final class JdkServer {

    private static final int BACKLOG = 4_096;
    /** Of the whole JVM, and read when its first server is made; what is set already stays. */
    private static final Map<String, String> SETTINGS = Map.of("sun.net.httpserver.maxIdleConnections", "100000",
            "sun.net.httpserver.idleInterval", "86400", "sun.net.httpserver.nodelay", "true");

    private JdkServer() {}

    static HttpServer onLoopback() {
        SETTINGS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
