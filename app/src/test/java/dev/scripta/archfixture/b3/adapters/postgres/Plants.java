package dev.scripta.archfixture.b3.adapters.postgres;

import com.sun.net.httpserver.HttpServer;
import io.helidon.config.Config;
import java.sql.Connection;

/** The database lives here. */
final class Plants {

    private Plants() {}

    record GuiltyOfServer(HttpServer server) {}

    record GuiltyOfConfiguration(Config config) {}

    record Innocent(Connection connection) {}
}
