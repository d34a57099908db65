package dev.scripta.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running PostgreSQL server, as its {@code postmaster.pid} tells (PostgreSQL manual, "Database File Layout").
 *
 * @param process the server
 * @param port where it listens on the loopback address
 */
record Postmaster(ProcessHandle process, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final long PATIENCE_SECONDS = 30;

    /** The server that runs on this cluster; empty when none does. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        List<String> lines = lines(cluster.resolve("postmaster.pid"));
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        try {
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
                    .filter(process -> runs(process, cluster.resolveSibling(EmbeddedDatabase.BINARIES)))
                    .map(process -> new Postmaster(process, port));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /** None without the file: a server that ends removes it at any moment. */
    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException gone) {
            return List.of();
        }
    }

    /** The pid may have been given to another program since, even to another PostgreSQL: only ours runs from there. */
    private static boolean runs(ProcessHandle process, Path binaries) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.endsWith("postgres")
                        && command.startsWith(real(binaries)))
                .isPresent();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path;
        }
    }

    /** Stops the server as an orderly shutdown; its clients must be gone. */
    void stop() throws IOException {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("PostgreSQL (pid " + process.pid() + ") does not stop", e);
        }
    }
}
