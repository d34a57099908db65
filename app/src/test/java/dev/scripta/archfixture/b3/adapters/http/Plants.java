package dev.scripta.archfixture.b3.adapters.http;

import com.sun.net.httpserver.HttpServer;
import java.net.http.HttpClient;
import java.sql.Connection;
import org.openpdf.text.Document;

/** The web server lives here. */
final class Plants {

    private Plants() {}

    record GuiltyOfDatabase(Connection connection) {}

    record GuiltyOfDocuments(Document document) {}

    record GuiltyOfClient(HttpClient client) {}

    record Innocent(HttpServer server) {}
}
