package dev.scripta.archfixture.b3.adapters.http;

import com.sun.net.httpserver.HttpServer;
import java.net.http.HttpClient;
import java.sql.Connection;

/** The web server lives here. */
final class Plants {

    private Plants() {}

    record GuiltyOfDatabase(Connection connection) {}

    record GuiltyOfClient(HttpClient client) {}

    record Innocent(HttpServer server) {}
}
