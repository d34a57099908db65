package dev.scripta.chaos;

import dev.scripta.app.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One process of the application, with a data directory and a port that stay when it is killed. */
final class Instance implements AutoCloseable {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path folder;
    private final ProcessBuilder command;
    private final int port;
    private Process process;

    Instance(Path folder, String databaseUrl, EngineCalls calls) throws IOException {
        this(folder, databaseUrl, calls, Map.of());
    }

    /** With some settings of its own. */
    Instance(Path folder, String databaseUrl, EngineCalls calls, Map<String, String> settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.port = FreePort.choose();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        this.command = new ProcessBuilder(JAVA, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                classPath, "dev.scripta.app.CountingScripta", calls.file().toString());
        command.environment().put("SCRIPTA_DATA_DIR", folder.resolve("data").toString());
        command.environment().put("SCRIPTA_DATABASE_URL", databaseUrl);
        command.environment().put("SCRIPTA_JOURNAL_LEASE", "PT3S");
        command.environment().put("SCRIPTA_UPLOAD_WAIT", "PT5S");
        command.environment().put("SERVER_PORT", Integer.toString(port));
        command.environment().put("SERVER_ADMIN_PORT", "0");
        command.environment().putAll(settings);
        command.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        this.process = start();
    }

    private Process start() throws IOException {
        Process started = command.start();
        BufferedReader output = started.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null || !line.startsWith("Scripta ")) {
            started.destroyForcibly();
            throw new IllegalStateException("An instance did not start: " + Files.readString(folder.resolve("log")));
        }
        return started;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = start();
    }

    /** Stops it in its tracks, as a long garbage collection or a stalled virtual machine does. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid()))).start().waitFor();
    }

    /** Saves that wait for the database. */
    long backlog() throws IOException {
        return files("backlog");
    }

    /** Recordings that wait to be finished. */
    long accepted() throws IOException {
        return files("spool/accepted");
    }

    private long files(String name) throws IOException {
        Path inside = folder.resolve("data").resolve(name);
        if (!Files.isDirectory(inside)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(inside)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
