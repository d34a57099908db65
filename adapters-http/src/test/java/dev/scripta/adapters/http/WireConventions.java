package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.UPLOAD;
import static dev.scripta.adapters.http.WireRow.get;
import static dev.scripta.adapters.http.WireRow.other;

import java.util.stream.Stream;

/** What holds for all addresses, and the health. */
final class WireConventions {

    private WireConventions() {}

    static Stream<WireRow> conventions() {
        return Stream.of(get("/api/nothing").refuses(404, "Not Found").differs("problem-documents"),
                get("/api/status").answers(404, "{}"), get("/redoc").answers(404, "{}").differs("no-redoc"),
                get("/api/nothing").header("trace-id", "[0-9a-f]{32}"),
                get("/api/health/").answersEmpty(307).header("location", "/api/health").differs("relative-redirects"),
                get(UPLOAD).refuses(405, "Method Not Allowed").header("allow", "POST"),
                other("PUT", "/api/health").answers(405, "{}").header("allow", "GET"),
                other("OPTIONS", "/api/health").answers(405, "{}").header("allow", "GET"));
    }

    static Stream<WireRow> health() {
        return Stream.of(get("/api/health").answers(200,
                "{\"status\":\"ok\",\"service\":\"Scripta\",\"database_connected\":true,\"database_error\":null}")
                .differs("service-name"));
    }
}
