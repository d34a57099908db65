package dev.scripta.core.tck.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Brings one answer to its client, as far as the answer wants to get. */
final class Delivery {

    private final HttpExchange exchange;
    private final ScriptedAnswer answer;
    private final Executor threads;
    private final Runnable done;
    private final byte[] body;
    private final int end;

    Delivery(HttpExchange exchange, ScriptedAnswer answer, Executor threads, Runnable done) {
        this.exchange = exchange;
        this.answer = answer;
        this.threads = threads;
        this.done = done;
        this.body = answer.body();
        this.end = Math.min(answer.cut().orElse(body.length), body.length);
    }

    void begin() {
        answer.start().thenRunAsync(() -> step(this::send), threads);
    }

    private void send() throws IOException {
        if (end < 0) {
            finish();
            return;
        }
        answer.headers().forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
        // A cut needs a promise that is broken, also where all of the body is sent.
        long promised = answer.cut().isPresent() ? body.length + 1L : body.length;
        exchange.sendResponseHeaders(answer.status(), promised == 0 ? -1 : promised);
        if (answer.pause().isPresent()) {
            exchange.getResponseBody().flush();
            drip(0, answer.pause().orElseThrow());
        } else {
            write(0, end);
            finish();
        }
    }

    private void drip(int at, Duration pause) {
        if (at == end) {
            finish();
            return;
        }
        CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, threads).execute(() -> step(() -> {
            write(at, at + 1);
            drip(at + 1, pause);
        }));
    }

    private void write(int from, int to) throws IOException {
        OutputStream out = exchange.getResponseBody();
        out.write(body, from, to - from);
        out.flush();
    }

    /** Closes the exchange; with it the connection, where less was sent than promised. */
    private void finish() {
        done.run();
        exchange.close();
    }

    /** A client that is gone is no failure of the server; an answer that cannot be sent is. */
    private void step(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            finish();
        }
    }

    private interface Step {

        void run() throws IOException;
    }
}
