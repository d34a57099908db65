package dev.scripta.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./scripta} as a user starts it, on a data directory and a free port, and a client for it. */
public final class RunningScripta implements AutoCloseable {

    /** The module's folder is where its tests run. */
    static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    static final Path SAMPLES = PROJECT.resolve("docs/samples");

    /** For programs that do little: the second compiler costs them more than it gains. */
    static final Map<String, String> BRIEFLY = Map.of("SCRIPTA_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    private static final Pattern GREETING = Pattern.compile("(Scripta .*): (http://\\S+)");
    private static final Pattern ADMIN = Pattern.compile("Health and metrics: (http://\\S+)");

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Path data;
    private final Path log;
    private final Process process;
    private final Matcher greeting;
    private final String admin;
    private final Duration untilReady;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningScripta(Path folder) throws IOException {
        this(folder, Map.of());
    }

    public RunningScripta(Path folder, Map<String, String> settings) throws IOException {
        this.data = folder.resolve("data");
        this.log = folder.resolve("log");
        Files.deleteIfExists(log);
        SharedBinaries.linkFrom(Files.createDirectories(data).resolve(EmbeddedDatabase.BINARIES));
        long began = System.nanoTime();
        ProcessBuilder command = command(data, log);
        command.environment().putAll(settings);
        this.process = command.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        this.greeting = GREETING.matcher(Optional.ofNullable(output.readLine()).orElse(""));
        this.untilReady = Duration.ofNanos(System.nanoTime() - began);
        Matcher told = ADMIN.matcher(log());
        if (!greeting.matches() || !told.find()) {
            process.destroyForcibly();
            throw new IllegalStateException("Scripta did not start: " + log());
        }
        this.admin = told.group(1);
        if (greeting().equals("Scripta is ready")) {
            awaitConnection();
        }
    }

    /** On a busy machine the first connection may take longer than a request waits for one: then it goes on without. */
    private void awaitConnection() throws IOException {
        try {
            while (!new Answer(get("/api/health")).json().getBoolean("database_connected")) {
                waitABit();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while Scripta was connecting");
        }
    }

    /** One that has little to do. */
    static RunningScripta brief(Path folder, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(BRIEFLY);
        return new RunningScripta(folder, all);
    }

    static ProcessBuilder command(Path data, Path log, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(PROJECT.resolve("scripta").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("SCRIPTA_DATA_DIR", data.toString());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("SERVER_ADMIN_PORT", "0");
        builder.directory(PROJECT.toFile()).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder;
    }

    /** The address, such as {@code http://127.0.0.1:41234}. */
    public String address() {
        return greeting.group(2);
    }

    /** What it says before its address. */
    String greeting() {
        return greeting.group(1);
    }

    Duration untilReady() {
        return untilReady;
    }

    Path data() {
        return data;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(address(), path);
    }

    /** Asks the admin port. */
    HttpResponse<String> admin(String path) throws IOException, InterruptedException {
        return get(admin, path);
    }

    private HttpResponse<String> get(String where, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(where + path)).build(), BodyHandlers.ofString());
    }

    /** One sample of the metrics, such as {@code scripta_saves_total{outcome="created"}}. */
    double metric(String sample) throws IOException, InterruptedException {
        return admin("/metrics").body()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample " + sample));
    }

    HttpResponse<String> post(String path, FormData form) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.bytes()))
                .build(), BodyHandlers.ofString());
    }

    /** Asks the admin port again and again until it answers so; the test's time limit ends it. */
    void await(String path, int status) throws IOException, InterruptedException {
        while (admin(path).statusCode() != status) {
            waitABit();
        }
    }

    /** Looks again and again until the sample is so; the test's time limit ends it. */
    public void awaitMetric(String sample, double value) throws IOException, InterruptedException {
        while (metric(sample) != value) {
            waitABit();
        }
    }

    /** Leaves the processor to the program: it has an end that can be waited for, and then nothing else can. */
    private void waitABit() throws IOException, InterruptedException {
        if (endsWithin(LOOK)) {
            throw new IllegalStateException("Scripta has ended: " + log());
        }
    }

    Answer upload(String session, Path recording) throws IOException, InterruptedException {
        return new Answer(post("/api/upload-audio",
                new FormData().text("session_id", session).file("audio_file", Files.readAllBytes(recording))));
    }

    /** What a page does with the answer to its upload: the backup save. */
    Answer save(String session, Answer upload) throws IOException, InterruptedException {
        return new Answer(post("/api/save-analysis",
                new FormData().text("session_id", session)
                        .text("transcript", upload.transcript())
                        .text("analysis", upload.json().getJsonObject("analysis").toString())));
    }

    /** One number from the database, asked beside the program. */
    long query(String sql) throws IOException, SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Changes the database behind the program's back. */
    void execute(String sql) throws IOException, SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connection() throws IOException, SQLException {
        int port = Postmaster.of(data.resolve("postgresql")).orElseThrow().port();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
    }

    long pid() {
        return process.pid();
    }

    /** How much processor time it has taken so far, its database not included. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill} does: asks to stop. */
    void stop() {
        process.destroy();
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops it, and its database should the program be dead already. */
    @Override
    public void close() throws IOException {
        client.close();
        stop();
        process.onExit().join();
        Optional<Postmaster> orphan = Postmaster.of(data.resolve("postgresql"));
        if (orphan.isPresent()) {
            orphan.get().stop();
        }
    }
}
