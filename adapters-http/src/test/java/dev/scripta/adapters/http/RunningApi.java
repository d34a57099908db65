package dev.scripta.adapters.http;

import dev.scripta.core.memory.InMemoryConversationAnalyzer;
import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.memory.InMemoryRecordingJournal;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.memory.InMemorySpeechToText;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.BrowseConversations;
import dev.scripta.core.usecase.Claims;
import dev.scripta.core.usecase.OrderClock;
import dev.scripta.core.usecase.ProcessRecording;
import dev.scripta.core.usecase.SaveAnalysis;
import dev.scripta.core.usecase.Stores;
import dev.scripta.core.usecase.SystemTicker;
import dev.scripta.core.usecase.WorkRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The API on a real socket over the in-memory adapters, and a client for it. */
final class RunningApi implements AutoCloseable {

    static final byte[] SPEECH = "audio of somebody who speaks".getBytes(StandardCharsets.UTF_8);
    static final byte[] SILENCE = "audio of nobody".getBytes(StandardCharsets.UTF_8);
    static final Duration GRACE = Duration.ofSeconds(10);
    static final String WORDS = "first line\nsecond line";

    private static final SpeechToText ENGINE = new InMemorySpeechToText(Map.of(
            Sha256.of(SPEECH), new Transcript(WORDS, Optional.of("en-US"), List.of(), Optional.of("in-memory")),
            Sha256.of(SILENCE), Transcript.noSpeech("in-memory")));

    private final ConversationRepository conversations;
    private final Path spool;
    private final ScriptaServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningApi(Path folder) {
        this(folder, new InMemoryConversationRepository(), ENGINE, 1 << 20);
    }

    RunningApi(Path folder, ConversationRepository conversations, SpeechToText engine, long maxUpload) {
        this.conversations = conversations;
        this.spool = folder.resolve("spool");
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T07:26:25.474319Z"), ZoneOffset.UTC);
        OrderClock orders = new OrderClock(clock);
        RecordingJournal journal = new InMemoryRecordingJournal(clock);
        Stores stores = new Stores(conversations, journal, new InMemorySaveBacklog(100));
        Claims claims = new Claims(journal, WorkRules.DEFAULT, new SystemTicker());
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, spool, maxUpload, 1 << 20, Duration.ofSeconds(30), 200,
                GRACE);
        UseCases useCases = new UseCases(
                new ProcessRecording(engine, new InMemoryConversationAnalyzer(), stores, claims, orders,
                        new Random(1)),
                new SaveAnalysis(stores, orders), new BrowseConversations(stores));
        this.server = new ScriptaServer(settings, useCases, request -> Caller.LOCAL, () -> new Health(true, "ready"),
                clock);
        server.start();
    }

    int port() {
        return server.port();
    }

    /** How many conversations are stored. */
    long stored() {
        return conversations.list(OwnerId.LOCAL, new PageRequest(1, 1)).total();
    }

    /** How many uploads lie in the spool. */
    long spooled() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.count();
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, Optional.empty(), HttpRequest.BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path, FormData form) throws IOException, InterruptedException {
        return send("POST", path, Optional.of(form.contentType()),
                HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
    }

    HttpResponse<String> send(String method, String path, Optional<String> contentType, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, body);
        contentType.ifPresent(type -> request.header("Content-Type", type));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
