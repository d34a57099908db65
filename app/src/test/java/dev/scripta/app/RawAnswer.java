package dev.scripta.app;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first final answer of what came back over a socket.
 *
 * @param status 0 when nothing came, -1 when it is no answer
 * @param head status line and headers
 * @param body what follows, each byte a character of its own
 */
record RawAnswer(int status, String head, String body) {

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n", Pattern.CASE_INSENSITIVE);
    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "traceId");

    static RawAnswer of(String latin) {
        String text = latin.replaceFirst("^(HTTP/1\\.1 100 [^\r]*\r\n\r\n)+", "");
        Matcher status = STATUS.matcher(text);
        int end = text.indexOf("\r\n\r\n");
        if (text.isEmpty() || !status.find() || end < 0) {
            return new RawAnswer(text.isEmpty() ? 0 : -1, text, "");
        }
        String head = text.substring(0, end + 4);
        return new RawAnswer(Integer.parseInt(status.group(1)), head, text.substring(end + 4));
    }

    /** What is wrong with it: errors of the client's are problem documents (RFC 9457), and others there must not be. */
    Optional<String> fault(boolean withBody) {
        if (status < 0 || status >= 500) {
            return Optional.of("no such answer should be");
        }
        return status < 400 ? Optional.empty() : problemFault(withBody);
    }

    private Optional<String> problemFault(boolean withBody) {
        Matcher length = LENGTH.matcher(head);
        if (!head.contains("application/problem+json") || !length.find()) {
            return Optional.of("no problem document");
        }
        if (!withBody) {
            return Optional.empty();
        }
        String problem = body.substring(0, Math.min(body.length(), Integer.parseInt(length.group(1))));
        try {
            JsonObject json = Answer.parse(
                    new String(problem.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            return json.keySet().containsAll(MEMBERS) && json.getInt("status") == status
                    ? Optional.empty()
                    : Optional.of("a problem document of another shape");
        } catch (JsonException broken) {
            return Optional.of("a problem document that is no JSON");
        }
    }
}
