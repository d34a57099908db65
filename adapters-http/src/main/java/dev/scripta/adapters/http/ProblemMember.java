package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.Problem;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.net.URI;

/**
 * Why a recording has no result, as a problem document within an answer (RFC 9457).
 *
 * @param type names the kind of problem
 * @param title the kind of problem in words
 * @param status what a request that waited would have been answered with
 * @param detail what went wrong, for people
 */
@JsonbPropertyOrder({"type", "title", "status", "detail"})
public record ProblemMember(URI type, String title, int status, String detail) {

    static ProblemMember of(Problem problem) {
        return new ProblemMember(problem.type(), problem.title(), problem.status(), problem.detail());
    }
}
