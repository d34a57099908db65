package dev.scripta.core.tck.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What the server answers, when, and how far it gets. Immutable; each method gives a changed copy.
 *
 * <p>
 * Lies are plain answers: HTML with {@link #html}, an error body with {@link #json} and status 200, nothing with
 * {@link #empty}, another type with {@link #with}.
 */
public final class ScriptedAnswer {

    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final String body;
    private final Supplier<CompletionStage<?>> start;
    private final OptionalInt cut;
    private final Optional<Duration> pause;

    private ScriptedAnswer(int status, List<Map.Entry<String, String>> headers, String body,
            Supplier<CompletionStage<?>> start, OptionalInt cut, Optional<Duration> pause) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.start = start;
        this.cut = cut;
        this.pause = pause;
    }

    /** A JSON body, or what pretends to be one. */
    public static ScriptedAnswer json(int status, String body) {
        return of(status, "application/json", body);
    }

    /** A body of plain text. */
    public static ScriptedAnswer text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    /** A web page, as proxies answer. */
    public static ScriptedAnswer html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    /** No body and no type. */
    public static ScriptedAnswer empty(int status) {
        return new ScriptedAnswer(status, List.of(), "", ScriptedAnswer::atOnce, OptionalInt.empty(), Optional.empty());
    }

    /** The request is taken, and nothing ever comes back. */
    public static ScriptedAnswer never() {
        return empty(200).heldUntil(new CompletableFuture<>());
    }

    private static ScriptedAnswer of(int status, String type, String body) {
        return new ScriptedAnswer(status, List.of(Map.entry("Content-Type", type)), body, ScriptedAnswer::atOnce,
                OptionalInt.empty(),
                Optional.empty());
    }

    /** With this header instead of others of its name. */
    public ScriptedAnswer with(String name, String value) {
        List<Map.Entry<String, String>> changed = new ArrayList<>(headers);
        changed.removeIf(header -> header.getKey().equalsIgnoreCase(name));
        changed.add(Map.entry(name, value));
        return new ScriptedAnswer(status, changed, body, start, cut, pause);
    }

    /** Begins so long after the request is read. */
    public ScriptedAnswer after(Duration delay) {
        return startingWith(() -> CompletableFuture.runAsync(() -> {},
                CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS)));
    }

    /** Begins when the gate is completed, for example by {@link CompletableFuture#complete}; until then no thread waits. */
    public ScriptedAnswer heldUntil(CompletionStage<?> gate) {
        return startingWith(() -> gate);
    }

    /** Promises the whole body, then closes the connection after so many bytes of it; 0 is after the headers. */
    public ScriptedAnswer cutAfter(int bytes) {
        return new ScriptedAnswer(status, headers, body, start, OptionalInt.of(bytes), pause);
    }

    /** Closes the connection instead of answering. */
    public ScriptedAnswer hungUp() {
        return cutAfter(-1);
    }

    /** Sends the body byte by byte with a pause before each. */
    public ScriptedAnswer dripping(Duration everyByte) {
        return new ScriptedAnswer(status, headers, body, start, cut, Optional.of(everyByte));
    }

    private static CompletionStage<?> atOnce() {
        return CompletableFuture.completedFuture(true);
    }

    private ScriptedAnswer startingWith(Supplier<CompletionStage<?>> next) {
        return new ScriptedAnswer(status, headers, body, () -> start.get().thenCompose(done -> next.get()), cut, pause);
    }

    int status() {
        return status;
    }

    List<Map.Entry<String, String>> headers() {
        return headers;
    }

    byte[] body() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    CompletionStage<?> start() {
        return start.get();
    }

    OptionalInt cut() {
        return cut;
    }

    Optional<Duration> pause() {
        return pause;
    }

    @Override
    public String toString() {
        return "ScriptedAnswer[" + status + ", " + headers + ", " + body.length() + " characters]";
    }
}
