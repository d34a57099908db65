package dev.scripta.adapters.http;

import dev.scripta.adapters.http.openapi.AnswerCheck;
import dev.scripta.adapters.http.openapi.DescribedAnswer;
import dev.scripta.adapters.http.recording.Rhythm;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.usecase.ProcessedRecording;
import dev.scripta.core.usecase.WorkRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The API on a real socket over the in-memory adapters, and a client for it. */
final class RunningApi implements AutoCloseable {

    static final byte[] SPEECH = Backend.SPEECH;
    static final byte[] SILENCE = Backend.SILENCE;
    static final Duration GRACE = Duration.ofSeconds(10);
    static final String WORDS = Backend.WORDS;
    static final int CONNECTIONS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

    final Backend backend;
    final UseCases useCases;
    final AtomicInteger replays = new AtomicInteger();
    private final Path spool;
    private final ScriptaServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningApi(Path folder) {
        this(folder, new Backend());
    }

    RunningApi(Path folder, Backend backend) {
        this(backend, WorkRules.DEFAULT, settings(folder, Duration.ZERO, 1 << 20, CONNECTIONS));
    }

    RunningApi(Backend backend, WorkRules rules, HttpSettings settings) {
        this(backend, rules, settings, new SelfDeclaredCallers());
    }

    /** With sign-in, or with whatever tells callers apart. */
    RunningApi(Path folder, Backend backend, Callers callers) {
        this(folder, backend, callers, 1 << 20);
    }

    RunningApi(Path folder, Backend backend, Callers callers, long maxUpload) {
        this(backend, WorkRules.DEFAULT, settings(folder, Duration.ZERO, maxUpload, CONNECTIONS), callers);
    }

    private RunningApi(Backend backend, WorkRules rules, HttpSettings settings, Callers callers) {
        this(backend, rules, settings, callers, Rhythm.DEFAULT);
    }

    RunningApi(Backend backend, WorkRules rules, HttpSettings settings, Callers callers, Rhythm rhythm) {
        this(backend, rules, settings, callers, rhythm, Templates.NONE);
    }

    RunningApi(Backend backend, WorkRules rules, HttpSettings settings, Templates templates) {
        this(backend, rules, settings, new SelfDeclaredCallers(), Rhythm.DEFAULT, templates);
    }

    private RunningApi(Backend backend, WorkRules rules, HttpSettings settings, Callers callers, Rhythm rhythm,
            Templates templates) {
        this.backend = backend;
        this.spool = settings.spool();
        this.useCases = backend.process(rules);
        this.server = new ScriptaServer(settings, useCases, callers,
                () -> new Health(!backend.storeAway, "ready"), templates, this::count, backend.clock,
                new Random(1), rhythm);
        server.start();
    }

    static HttpSettings settings(Path folder, Duration keepAudio, long maxUpload, int connections) {
        return new HttpSettings("127.0.0.1", 0, folder.resolve("spool"), keepAudio, maxUpload, 1 << 20,
                Duration.ofSeconds(30), connections, GRACE);
    }

    private void count(ProcessedRecording result) {
        replays.addAndGet(result.replayed() ? 1 : 0);
    }

    /** And waits for its end, and for that of all else in the background. */
    void sweep() {
        server.sweep();
        awaitBackground();
    }

    void beginSweep() {
        server.sweep();
    }

    /** Waits until nothing is processed in the background any more. */
    void awaitBackground() {
        awaitBackground(0);
    }

    /** Waits until no more than so many are processed in the background. */
    void awaitBackground(int left) {
        await(() -> server.inBackground() <= left);
    }

    /** Waits until so many files are kept: those of a request go soon after its answer, not before. */
    void awaitSpooled(long files) {
        await(() -> {
            try {
                return spooled() == files;
            } catch (IOException | UncheckedIOException goneMeanwhile) {
                return false;
            }
        });
    }

    /** Waits until nobody follows a recording any more. */
    void awaitNoFollowers() {
        await(() -> server.followed() == 0);
    }

    /** Looks now and then: without a pause it would take a processor from those it waits for. */
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("it did not happen in " + PATIENCE);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** How many recordings are processed in the background, and how many followed. */
    List<Integer> inBackgroundAndFollowed() {
        return List.of(server.inBackground(), server.followed());
    }

    /** How many recordings the server counts as accepted, and as given up. */
    List<Integer> counted() {
        return List.of(server.accepted(), server.givenUp());
    }

    /** The paths that are routed, as they are registered. */
    Set<String> routes() {
        RecordedRoutes routes = new RecordedRoutes();
        server.register(routes);
        return routes.paths();
    }

    Path spool() {
        return spool;
    }

    int port() {
        return server.port();
    }

    /** How many conversations are stored. */
    long stored() {
        return backend.stores().conversations().list(OwnerId.LOCAL, new PageRequest(1, 1)).total();
    }

    private long spooled() throws IOException {
        try (Stream<Path> files = Files.walk(spool)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, Optional.empty(), HttpRequest.BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path, FormData form, String... headers)
            throws IOException, InterruptedException {
        return send("POST", path, Optional.of(form.contentType()),
                HttpRequest.BodyPublishers.ofByteArray(form.bytes()), headers);
    }

    HttpResponse<String> upload(String session, byte[] audio, String... headers)
            throws IOException, InterruptedException {
        return post("/api/upload-audio", new FormData().text("session_id", session).file("audio_file", audio), headers);
    }

    /** Without waiting for the result. */
    HttpResponse<String> submit(String session, byte[] audio, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Prefer", "respond-async"));
        all.addAll(List.of(headers));
        return upload(session, audio, all.toArray(String[]::new));
    }

    /** The same, to be paid again on purpose. */
    HttpResponse<String> submitAgain(String session, byte[] audio) throws IOException, InterruptedException {
        return post("/api/upload-audio",
                new FormData().text("session_id", session).text("reprocess", "true").file("audio_file", audio),
                "Prefer", "respond-async");
    }

    HttpResponse<String> delete(String path, String... headers) throws IOException, InterruptedException {
        return send("DELETE", path, Optional.empty(), HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** The status of the recording. */
    HttpResponse<String> status(String session, byte[] audio, String... headers)
            throws IOException, InterruptedException {
        return send("GET", statusPath(session, audio), Optional.empty(), HttpRequest.BodyPublishers.noBody(), headers);
    }

    static String statusPath(String session, byte[] audio) {
        return "/api/user/recordings/" + Sha256.of(audio).hex() + "?session_id=" + session;
    }

    HttpResponse<String> reprocess(String session, byte[] audio) throws IOException, InterruptedException {
        return post("/api/upload-audio",
                new FormData().text("session_id", session).text("reprocess", "true").file("audio_file", audio));
    }

    HttpResponse<String> save(String session, String transcript, String analysis, String... headers)
            throws IOException, InterruptedException {
        return post("/api/save-analysis",
                new FormData().text("session_id", session).text("transcript", transcript).text("analysis", analysis),
                headers);
    }

    /** Sends a request; the test fails if the answer is not as {@code docs/openapi.json} describes it. */
    HttpResponse<String> send(String method, String path, Optional<String> contentType, BodyPublisher body,
            String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, body);
        contentType.ifPresent(type -> request.header("Content-Type", type));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        AnswerCheck.SERVED.check(DescribedAnswer.of(answer));
        return answer;
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
