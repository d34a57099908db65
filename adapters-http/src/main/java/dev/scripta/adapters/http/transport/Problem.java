package dev.scripta.adapters.http.transport;

import io.helidon.http.Status;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A problem document (RFC 9457) without its {@code instance}, which is known only when it is sent.
 *
 * @param type    names the kind of problem; {@code about:blank} if the status says it all
 * @param title   the kind of problem in words
 * @param status  HTTP status, 400 to 599
 * @param detail  what was wrong this time, safe to show; may be empty and is then left out
 * @param members further members, in order
 */
public record Problem(URI type, String title, int status, String detail, Map<String, JsonValue> members) {

    /**
     * Checks the problem.
     *
     * @throws IllegalArgumentException if the status is not an error
     */
    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be from 400 to 599: " + status);
        }
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * A problem told by its status.
     *
     * @param status HTTP status, 400 to 599
     * @param detail what was wrong, safe to show
     * @return the problem, of type {@code about:blank}
     */
    public static Problem of(int status, String detail) {
        return new Problem(URI.create("about:blank"), Status.create(status).reasonPhrase(), status, detail, Map.of());
    }

    /**
     * A problem of a kind of its own.
     *
     * @param name   names the kind in an address; it is told in the API's description
     * @param status HTTP status, 400 to 599
     * @param title  the kind of problem in words
     * @param detail what was wrong, safe to show
     * @return the problem, of type {@code /problems/<name>}
     */
    public static Problem named(String name, int status, String title, String detail) {
        return new Problem(URI.create("/problems/" + name), title, status, detail, Map.of());
    }

    /**
     * A problem of which no more is told than its status.
     *
     * @param status HTTP status, 400 to 599
     * @return the problem, with a general detail
     */
    public static Problem of(int status) {
        return of(status, switch (status) {
            case 400 -> "The request is malformed.";
            // Word for word what existing pages know.
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 413 -> "The request is too large.";
            case 414 -> "The address is too long.";
            case 503 -> "The server is busy. Try again later.";
            default -> status < 500 ? "The request cannot be answered." : "Something went wrong here.";
        });
    }
}
