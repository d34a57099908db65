package dev.scripta.archfixture.b3.adapters.http.account;

import com.sun.net.httpserver.HttpServer;
import java.sql.Connection;
import javax.imageio.ImageReader;

/** Sign-in lives here. */
final class Plants {

    private Plants() {}

    record GuiltyOfDatabase(Connection connection) {}

    record Innocent(ImageReader reader, HttpServer server) {}
}
