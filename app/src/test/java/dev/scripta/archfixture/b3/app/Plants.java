package dev.scripta.archfixture.b3.app;

import com.sun.net.httpserver.HttpServer;
import io.helidon.config.Config;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.http.HttpClient;
import java.sql.Connection;
import javax.imageio.ImageReader;
import picocli.CommandLine;

/** Configuration and command line live here. */
final class Plants {

    private Plants() {}

    record GuiltyOfClient(HttpClient client) {}

    record GuiltyOfPictures(ImageReader reader) {}

    record GuiltyOfMetrics(PrometheusRegistry registry) {}

    record Innocent(Config config, CommandLine commandLine, Connection connection, HttpServer server) {}
}
