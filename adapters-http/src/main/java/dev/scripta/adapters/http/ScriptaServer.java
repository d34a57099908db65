package dev.scripta.adapters.http;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.adapters.http.page.Browsers;
import dev.scripta.adapters.http.recording.Following;
import dev.scripta.adapters.http.recording.Rhythm;
import dev.scripta.adapters.http.recording.Seats;
import dev.scripta.adapters.http.recording.Standings;
import dev.scripta.adapters.http.transport.ConnectionLimits;
import dev.scripta.adapters.http.transport.EarlyProblems;
import dev.scripta.adapters.http.transport.FormLimits;
import dev.scripta.adapters.http.transport.GuardedHttp1;
import dev.scripta.adapters.http.transport.Problems;
import dev.scripta.adapters.http.transport.Spool;
import dev.scripta.adapters.http.transport.UploadForms;
import dev.scripta.core.usecase.ProcessedRecording;
import dev.scripta.core.usecase.SystemTicker;
import dev.scripta.core.usecase.Ticker;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.StandardSocketOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The HTTP API on a socket of its own. Thread-safe. */
public final class ScriptaServer implements AutoCloseable {

    /** Helidon's 4 KiB would let one upload take 10 s a gigabyte; it must be set before the socket is bound. */
    private static final int RECEIVE_BUFFER = 1 << 20;
    private static final int WRITE_BUFFER = 8192;
    private static final int MAX_CHUNK = 256 * 1024;
    private static final int MIN_BYTES_PER_SECOND = 1024;
    private static final int BACKLOG = 1024;
    private static final int MAX_PARTS = 100;

    /** Room around the file of a multipart body: boundaries, part headers and the text fields beside it. */
    private static final int MULTIPART_EXTRA = 64 * 1024;

    private final GuardedHttp1 http1;
    private final WebServer server;
    private final AcceptedRecordings recordings;
    private final Gates gates;
    private final Browsers browsers;
    private final ApiRouting routing;
    private final Seats seats;
    private final Ticker ticker = new SystemTicker();
    private final Duration grace;

    /**
     * Gets ready to serve; nothing is bound yet.
     *
     * @param settings address and limits
     * @param useCases what is served
     * @param callers who sends which request
     * @param health asked at each request for it; must answer soon
     * @param templates by what analyses are made
     * @param processed told of every recording that was processed, by the thread that did it
     * @param clock for the answers' time stamps, in the server's zone
     * @param random makes trace ids; must be thread-safe
     */
    public ScriptaServer(HttpSettings settings, UseCases useCases, Callers callers, Supplier<Health> health,
            Templates templates, Consumer<ProcessedRecording> processed, Clock clock, RandomGenerator random) {
        this(settings, useCases, callers, health, templates, processed, clock, random, Rhythm.DEFAULT);
    }

    /** The same, with another rhythm of telling those who follow recordings. */
    ScriptaServer(HttpSettings settings, UseCases useCases, Callers callers, Supplier<Health> health,
            Templates templates,
            Consumer<ProcessedRecording> processed, Clock clock, RandomGenerator random, Rhythm rhythm) {
        this.gates = new Gates(settings, callers.signIn(), random);
        Problems problems = gates.problems();
        Spool spool = new Spool(settings.spool());
        // Nothing in the folder belongs to a request yet: a killed process left it there. Accepted ones lie elsewhere.
        spool.deleteOlderThan(clock.instant());
        UploadForms forms = new UploadForms(limits(settings), spool);
        this.recordings = new AcceptedRecordings(useCases.processRecording(), useCases.followRecordings(),
                settings.maxConnections(), settings.spool(), settings.keepAudio(), clock, processed);
        this.seats = new Seats(Math.max(1, settings.maxConnections() / 2));
        this.grace = settings.grace();
        Messages messages = new Messages(forms, new JsonBodies(settings.maxField()), new JsonAnswers(), problems);
        Standings standings = new Standings(useCases.followRecordings(), recordings);
        this.routing = new ApiRouting(useCases, recordings, callers, health, templates,
                standings, new Following(standings, seats, rhythm, ticker), messages, clock);
        this.browsers = new Browsers(settings.pages(), () -> health.get().databaseConnected(), problems);
        this.http1 = new GuardedHttp1(
                new ConnectionLimits(MAX_CHUNK, settings.readTimeout(), MIN_BYTES_PER_SECOND));
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .protocolsDiscoverServices(false)
                .addConnectionSelector(http1)
                .putListenerSocketOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .writeBufferSize(WRITE_BUFFER)
                .backlog(BACKLOG)
                .maxTcpConnections(settings.maxConnections())
                .maxPayloadSize(largestBody(settings))
                .shutdownGracePeriod(settings.grace())
                .shutdownHook(false)
                .directHandlers(new EarlyProblems(problems).forAllEvents())
                .routing(this::register)
                .build();
    }

    /**
     * Starts to serve.
     *
     * @throws java.io.UncheckedIOException when the port cannot be bound
     */
    public void start() {
        server.start();
        // Helidon logs that it could not bind, and returns.
        if (server.port() < 1) {
            throw new UncheckedIOException(new BindException("the port is in use or may not be used"));
        }
    }

    /**
     * Has recordings finished that were accepted, here or by a process that is gone, and are not settled: in the
     * background, each once. To be called at start and every minute; returns at once. What an earlier call has not come to
     * yet is not begun again; interruption ends the call. Failures are logged, none is thrown.
     */
    public void sweep() {
        recordings.sweep();
    }

    /** How many recordings lie in the spool: in work, waiting to be finished, or done and kept for their audio. */
    public int accepted() {
        return recordings.accepted();
    }

    /** How many recordings were given up and wait for a person. */
    public int givenUp() {
        return recordings.givenUp();
    }

    /** How many recordings are processed that nobody's request waits for. */
    public int inBackground() {
        return recordings.inBackground();
    }

    /** How many recordings are being followed. */
    public int followed() {
        return seats.count();
    }

    private static FormLimits limits(HttpSettings settings) {
        // Three text fields, of which percent-encoding makes three bytes for one.
        int urlEncoded = (int) Math.min(Integer.MAX_VALUE, 9L * settings.maxField() + MULTIPART_EXTRA);
        return new FormLimits(largestBody(settings), settings.maxUpload(), settings.maxField(), urlEncoded, MAX_PARTS);
    }

    private static long largestBody(HttpSettings settings) {
        return Math.max(settings.maxUpload(), 3L * settings.maxField()) + MULTIPART_EXTRA;
    }

    /** Adds all routes to a routing: this server's own, or one that tells what they are. */
    void register(HttpRouting.Builder routes) {
        gates.register(routes);
        browsers.register(routes);
        routing.register(routes);
    }

    /** The TCP port it listens on. */
    public int port() {
        return server.port();
    }

    /**
     * Accepts no more requests, lets the running ones, and what is processed in the background, finish for the time of
     * grace, and ends. Those who follow recordings are to come again.
     */
    @Override
    public void close() {
        long began = ticker.nanoTime();
        http1.finish();
        seats.finish();
        server.stop();
        recordings.close(grace.minusNanos(ticker.nanoTime() - began));
        http1.close();
    }
}
