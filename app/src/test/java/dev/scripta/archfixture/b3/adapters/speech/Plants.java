package dev.scripta.archfixture.b3.adapters.speech;

import java.net.http.HttpClient;
import java.sql.Connection;
import picocli.CommandLine;

/** Engines live here. */
final class Plants {

    private Plants() {}

    record GuiltyOfCommandLine(CommandLine commandLine) {}

    record GuiltyOfDatabase(Connection connection) {}

    record Innocent(HttpClient client) {}
}
