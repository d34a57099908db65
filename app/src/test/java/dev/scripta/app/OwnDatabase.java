package dev.scripta.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL beside the program, as operators have it, that comes and goes on the same port with the same data. */
public final class OwnDatabase implements AutoCloseable {

    /** What a busy machine may take to start or stop it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private Optional<EmbeddedPostgres> running = Optional.empty();

    /** Not running yet. */
    public OwnDatabase(Path folder) throws IOException {
        this.folder = folder;
        this.port = FreePort.choose();
    }

    public String url() {
        return "postgres://postgres@127.0.0.1:" + port + "/postgres";
    }

    public void start() throws IOException {
        running = Optional.of(EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("cluster"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(SharedBinaries.folder().toFile())
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .start());
    }

    /** One number from it. */
    public long query(String sql) throws SQLException {
        try (Connection connection = DriverManager
                .getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Optional<ProcessHandle> server() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("cluster/postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        }
    }

    @Override
    public void close() throws IOException {
        if (running.isPresent()) {
            Optional<ProcessHandle> server = server();
            running.get().close();
            running = Optional.empty();
            // That waits for some seconds only, and no other server starts on the same data before this one has ended.
            server.ifPresent(process -> process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
        }
    }
}
