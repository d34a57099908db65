package dev.scripta.adapters.http.socket;

import dev.scripta.adapters.http.transport.EarlyProblems;
import dev.scripta.adapters.http.transport.Envelope;
import dev.scripta.adapters.http.transport.FormShape;
import dev.scripta.adapters.http.transport.GuardedHttp1;
import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.adapters.http.transport.Problems;
import dev.scripta.adapters.http.transport.Spool;
import dev.scripta.adapters.http.transport.SpooledFile;
import dev.scripta.adapters.http.transport.StrictFraming;
import dev.scripta.adapters.http.transport.Traces;
import dev.scripta.adapters.http.transport.UploadForm;
import dev.scripta.adapters.http.transport.UploadForms;
import dev.scripta.core.model.Sha256;
import io.helidon.http.Method;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** All guards in one server, with routes that provoke them. */
public final class GuardedServer implements AutoCloseable {

    private static final FormShape SHAPE = new FormShape(Set.of("session_id", "note"), Optional.of("audio_file"));

    private final BlockingQueue<String> uploads = new LinkedBlockingQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Traces traces = new Traces(new Random(1));
    private final Problems problems = new Problems(traces, Envelope.NONE);
    private final UploadForms forms;
    private final GuardedHttp1 http1;
    private final WebServer server;

    GuardedServer(GuardedServerSettings settings) {
        forms = new UploadForms(settings.form(), new Spool(settings.spool()));
        http1 = new GuardedHttp1(settings.connection());
        server = WebServer.builder()
                .port(settings.port())
                .host("127.0.0.1")
                .protocolsDiscoverServices(false)
                .addConnectionSelector(http1)
                .putListenerSocketOption(StandardSocketOptions.SO_RCVBUF, settings.receiveBuffer())
                .connectionOptions(options -> options.tcpNoDelay(true))
                .backlog(settings.backlog())
                .maxTcpConnections(settings.maxTcpConnections())
                .maxConcurrentRequests(settings.maxConcurrentRequests())
                .maxPayloadSize(settings.maxPayload())
                .writeBufferSize(8192)
                .shutdownGracePeriod(settings.shutdownGrace())
                .shutdownHook(false)
                .directHandlers(new EarlyProblems(problems).forAllEvents())
                .routing(this::routes)
                .build()
                .start();
    }

    int port() {
        return server.port();
    }

    /** How each upload ended, after its form was closed. */
    BlockingQueue<String> uploads() {
        return uploads;
    }

    /** Counted down once a request hangs in /hold. */
    CountDownLatch held() {
        return held;
    }

    CountDownLatch release() {
        return release;
    }

    @Override
    public void close() {
        server.stop();
        http1.close();
    }

    private void routes(HttpRouting.Builder routing) {
        routing.addFilter(traces);
        routing.addFilter(new StrictFraming(problems));
        problems.register(routing);
        routing.get("/hello", (req, res) -> res.send("hello"));
        problems.onlyMethods(routing, "/hello", Method.GET);
        routing.get("/boom", (req, res) -> {
            throw new IllegalStateException("secret", new IOException("another secret"));
        });
        routing.get("/stream", (req, res) -> {
            try (var out = res.outputStream()) {
                out.write("streamed".repeat(4000).getBytes(StandardCharsets.UTF_8));
            }
        });
        routing.get("/large", (req, res) -> {
            try {
                res.send(new byte[32 << 20]);
            } catch (RuntimeException e) {
                uploads.add(e.getClass().getSimpleName());
                throw e;
            }
        });
        routing.get("/hold", (req, res) -> {
            held.countDown();
            release.await();
            res.send("released");
        });
        routing.post("/refuse", (req, res) -> problems.send(req, res, Problem.of(401, "No.")));
        routing.post("/early", (req, res) -> res.send("not read"));
        routing.post("/echo", (req, res) -> res.send(req.content().inputStream().readAllBytes()));
        routing.post("/upload", this::upload);
        routing.any(problems.notFound());
    }

    private void upload(ServerRequest req, ServerResponse res) {
        String outcome = "failed";
        try (UploadForm form = forms.read(req, SHAPE)) {
            outcome = form.file().map(SpooledFile::sha256).map(Sha256::hex).orElse("none") + " "
                    + form.file().map(SpooledFile::size).orElse(-1L) + " "
                    + new TreeMap<>(form.texts()) + " " + form.misplacedFiles();
            res.send(outcome.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            outcome = e.getClass().getSimpleName();
            throw e;
        } finally {
            uploads.add(outcome);
        }
    }
}
