package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** One recorded row: a request, and the answer that existing pages count on. Built step by step, then run. */
final class WireRow {

    private final String method;
    private final String path;
    private final List<String> headers = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final Set<String> differences = new TreeSet<>();
    private Optional<String> contentType = Optional.empty();
    private byte[] body = {};
    private String remark = "";

    private interface Check {
        void on(HttpResponse<String> answer) throws Throwable;
    }

    private WireRow(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static WireRow get(String path) {
        return new WireRow("GET", path);
    }

    static WireRow post(String path) {
        return new WireRow("POST", path);
    }

    static WireRow put(String path) {
        return new WireRow("PUT", path);
    }

    static WireRow delete(String path) {
        return new WireRow("DELETE", path);
    }

    static WireRow other(String method, String path) {
        return new WireRow(method, path);
    }

    /** What is special about it, for people. */
    WireRow when(String what) {
        remark = " when " + what;
        return this;
    }

    WireRow with(String header, String value) {
        headers.add(header);
        headers.add(value);
        return this;
    }

    WireRow by(String token) {
        return with("Authorization", "Bearer " + token);
    }

    WireRow body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    WireRow body(String type, byte[] bytes) {
        contentType = Optional.of(type).filter(named -> !named.isEmpty());
        body = bytes;
        return this;
    }

    WireRow json(String text) {
        return body("application/json", text);
    }

    WireRow form(FormData form) {
        return body(form.contentType(), form.bytes());
    }

    /** As recorded: this status with JSON of this shape. */
    WireRow answers(int status, String shape) {
        checks.add(answer -> assertEquals(status, answer.statusCode(), answer.body()));
        checks.add(answer -> assertEquals(List.of(), JsonShape.of(shape).misfits(answer.body()), answer.body()));
        return this;
    }

    /** As recorded: this status without a body. */
    WireRow answersEmpty(int status) {
        checks.add(answer -> assertEquals(status, answer.statusCode(), answer.body()));
        checks.add(answer -> assertEquals("", answer.body()));
        return this;
    }

    /** As recorded: this status with this text for people. */
    WireRow refuses(int status, String detail) {
        return answers(status, "{\"detail\":\"" + detail.replace("\"", "\\\"") + "\"}");
    }

    /** As recorded: 422 that names these fields in this order. */
    WireRow misses(String... fields) {
        checks.add(answer -> assertEquals(422, answer.statusCode(), answer.body()));
        checks.add(answer -> assertEquals(List.of(fields),
                JsonShape.parse(answer.body()).path("errors").findValuesAsText("field"), answer.body()));
        return differs("detail-is-text");
    }

    /** As recorded: a file of this type that begins so. */
    WireRow answersFile(String type, String beginning) {
        checks.add(answer -> assertEquals(200, answer.statusCode(), answer.body()));
        checks.add(answer -> assertTrue(answer.body().startsWith(beginning)));
        return header("content-type", type);
    }

    /** Its text for people is like this. */
    WireRow tells(String pattern) {
        checks.add(answer -> assertTrue(JsonShape.parse(answer.body()).path("detail").asText().matches(pattern), answer
                .body()));
        return this;
    }

    /** The body has this text in it. */
    WireRow holds(String text) {
        checks.add(answer -> assertTrue(answer.body().contains(text), answer.body()));
        return this;
    }

    WireRow header(String name, String pattern) {
        checks.add(answer -> assertTrue(Answers.header(answer, name).matches(pattern), name + ": " + Answers.header(
                answer, name)));
        return this;
    }

    /** Scripta answers otherwise on purpose: a line of docs/compatibility.md. The row says what it answers. */
    WireRow differs(String id) {
        differences.add(id);
        return this;
    }

    Set<String> differences() {
        return differences;
    }

    void run(RunningApi api) throws Exception {
        HttpResponse<String> answer = api.send(method, path, contentType, BodyPublishers.ofByteArray(body),
                headers.toArray(String[]::new));
        assertAll(checks.stream().map(check -> (Executable) () -> check.on(answer)));
    }

    DynamicTest test(RunningApi api) {
        return DynamicTest.dynamicTest(method + " " + path + remark + " " + differences, () -> run(api));
    }
}
