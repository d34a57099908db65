package dev.scripta.core.tck.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An HTTP server on the loopback interface that answers what a test tells it to, and remembers what it was asked.
 * Thread-safe. Answers that wait hold no thread, so that thousands may.
 *
 * <p>
 * Bodies are read to their end before the script is asked. Files are not kept, only counted and digested.
 */
public final class ScriptedServer implements AutoCloseable {

    private static final int KEPT_BYTES = 64;
    private static final int MAX_TEXT_BYTES = 16 << 20;

    private final Function<ScriptedRequest, ScriptedAnswer> script;
    private final Queue<ScriptedAnswer> first = new ConcurrentLinkedQueue<>();
    private final Arrivals arrivals = new Arrivals();
    private final ExecutorService threads = Executors.newCachedThreadPool(ScriptedServer::thread);
    private final HttpServer server = JdkServer.onLoopback();
    private volatile int keep = KEPT_BYTES;

    private ScriptedServer(Function<ScriptedRequest, ScriptedAnswer> script) {
        this.script = script;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A server that answers by this script, which may be called by several threads at once. */
    public static ScriptedServer answering(Function<ScriptedRequest, ScriptedAnswer> script) {
        return new ScriptedServer(script);
    }

    /** A server that always answers the same. */
    public static ScriptedServer always(ScriptedAnswer answer) {
        return new ScriptedServer(request -> answer);
    }

    /** Where nobody listens: connections are refused. */
    public static URI refusing() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return url(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers the next requests with these, one each, before the script is asked again. */
    public ScriptedServer first(ScriptedAnswer... answers) {
        first.addAll(List.of(answers));
        return this;
    }

    /** Keeps so many bytes of each file from now on, for {@link ReceivedFile#kept}. */
    public ScriptedServer keeping(int bytesOfEachFile) {
        keep = bytesOfEachFile;
        return this;
    }

    /** Scheme, host and port, without a slash at the end. */
    public URI url() {
        return url(server.getAddress().getPort());
    }

    /** All requests so far, in the order in which their bodies were read. */
    public List<ScriptedRequest> requests() {
        return arrivals.requests();
    }

    /** How many requests came so far. */
    public int count() {
        return arrivals.requests().size();
    }

    /** How many requests were unanswered at the same time, at most. */
    public int mostAtOnce() {
        return arrivals.mostAtOnce();
    }

    /**
     * Waits until so many requests came.
     *
     * @throws AssertionError when they do not come in time
     */
    public void awaitCount(int requests, Duration patience) throws InterruptedException {
        arrivals.await(requests, patience);
    }

    /** Cuts all connections. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return "ScriptedServer[" + url() + "]";
    }

    private void handle(HttpExchange exchange) throws IOException {
        ScriptedRequest request;
        try {
            request = read(exchange);
        } catch (MalformedFormException e) {
            new Delivery(exchange, ScriptedAnswer.text(400, e.toString()), threads, () -> {}).begin();
            return;
        }
        arrivals.add(request);
        new Delivery(exchange, answerTo(request), threads, arrivals::answered).begin();
    }

    private ScriptedRequest read(HttpExchange exchange) throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
        Form form = Form.NONE;
        String text = "";
        try (InputStream in = exchange.getRequestBody()) {
            if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
                form = Form.read(in, type, keep);
            } else {
                text = new String(in.readNBytes(MAX_TEXT_BYTES), StandardCharsets.UTF_8);
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new ScriptedRequest(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()), form, text);
    }

    private ScriptedAnswer answerTo(ScriptedRequest request) {
        try {
            return Optional.ofNullable(first.poll()).orElseGet(() -> script.apply(request));
        } catch (RuntimeException | AssertionError e) {
            return ScriptedAnswer.text(500, "the script failed: " + e);
        }
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        return thread;
    }
}
