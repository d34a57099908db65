package dev.scripta.adapters.http.openapi;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer and what it answers.
 *
 * @param path as sent, without the query
 * @param headers names in any letter case
 * @param body empty if there is none
 */
public record DescribedAnswer(String method, String path, int status, Map<String, List<String>> headers,
        String body) {

    /** Copies the headers. */
    public DescribedAnswer {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
    }

    /** Of Java's client. */
    public static DescribedAnswer of(HttpResponse<String> answer) {
        return new DescribedAnswer(answer.request().method(), answer.request().uri().getRawPath(), answer.statusCode(),
                answer.headers().map(), answer.body());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }
}
