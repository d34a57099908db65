package dev.scripta.chaos;

import dev.scripta.app.FreePort;
import dev.scripta.app.SharedBinaries;
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
import java.util.List;
import java.util.stream.Stream;

/** A durable PostgreSQL that can be killed without warning and started again where it was. */
final class Database implements AutoCloseable {

    /** Ten seconds, the library's own, are not enough on every machine, least of all after a kill. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private EmbeddedPostgres running;

    Database(Path folder) throws IOException {
        this.data = folder.resolve("postgresql");
        this.port = FreePort.choose();
        this.running = run();
    }

    void startAgain() throws IOException {
        running = run();
    }

    private EmbeddedPostgres run() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(SharedBinaries.folder().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start();
    }

    /** As {@code kill -9} on the whole of it does. */
    void kill() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        // One that is born while the others are looked for would outlive them, and keep the next one from starting.
        stop(pid);
        List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        release();
    }

    private static void stop(long pid) throws IOException {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go of the library's lock; that there is nothing left to stop is what we wanted. */
    private void release() {
        try {
            running.close();
        } catch (IOException | RuntimeException e) {
            // Killed already.
        }
    }

    String url() {
        return "postgres://postgres@127.0.0.1:" + port + "/postgres";
    }

    /** One number. */
    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    /** One text. */
    String text(String sql) throws SQLException {
        try (Connection connection = DriverManager
                .getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
