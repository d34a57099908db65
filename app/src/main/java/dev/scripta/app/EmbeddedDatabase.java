package dev.scripta.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL of our own, so that a first run needs nothing installed. Its data outlives it. It trusts everybody on this
 * machine: meant for one person's machine and for development. Not thread-safe.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String CLUSTER = "postgresql";
    private static final String UNFINISHED = "postgresql.new";
    static final String BINARIES = "postgresql-binaries";
    private static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataDirectory data;
    private final int port;
    private Optional<EmbeddedPostgres> postgres = Optional.empty();

    /** The database in this directory; not started yet, but its URL is known. */
    EmbeddedDatabase(DataDirectory data) throws IOException {
        this.data = data;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = probe.getLocalPort();
        }
    }

    /** Starts it on its cluster, which is made if it is missing. */
    void start() {
        try {
            if (Files.notExists(data.path().resolve(CLUSTER))) {
                create();
            }
            postgres = Optional.of(run(CLUSTER));
        } catch (IOException | IllegalStateException e) {
            throw new StartupException("The embedded database did not start: " + e.getMessage()
                    + ". Set SCRIPTA_DATABASE_URL to use a PostgreSQL of your own.", e);
        }
    }

    /** Where another process runs it on the cluster in this directory. */
    static Optional<String> urlOfRunning(Path dataDirectory) throws IOException {
        return Postmaster.of(dataDirectory.resolve(CLUSTER)).map(running -> url(running.port()));
    }

    /** Under its final name only when it is complete: a process killed on the way leaves nothing that looks like data. */
    private void create() throws IOException {
        stopOrphan(data.path().resolve(UNFINISHED));
        data.clear(UNFINISHED);
        run(UNFINISHED).close();
        Files.move(data.path().resolve(UNFINISHED), data.path().resolve(CLUSTER), StandardCopyOption.ATOMIC_MOVE);
    }

    private EmbeddedPostgres run(String cluster) throws IOException {
        stopOrphan(data.path().resolve(cluster));
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.folder(cluster))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(data.folder(BINARIES).toFile())
                .setPort(port)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale", "C.UTF-8")
                // The library is made for tests and turns durability off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // Else its log would quote the rows of failed statements, and with them what people said and who they are.
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .start();
    }

    /** A killed process leaves its database running, without clients. */
    private static void stopOrphan(Path cluster) throws IOException {
        Optional<Postmaster> orphan = Postmaster.of(cluster);
        if (orphan.isPresent()) {
            orphan.get().stop();
        }
    }

    String url() {
        return url(port);
    }

    private static String url(int port) {
        return "postgres://" + USER + "@127.0.0.1:" + port + "/" + USER;
    }

    @Override
    public void close() throws IOException {
        if (postgres.isPresent()) {
            postgres.get().close();
        }
    }
}
