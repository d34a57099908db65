package dev.scripta.adapters.http;

import dev.scripta.core.model.Head;
import dev.scripta.core.model.SaveResult;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.nio.charset.StandardCharsets;

/**
 * Writes answers as JSON. Text is made before it is sent: handing objects to the server would send them in several
 * packets without a length. Thread-safe.
 */
public final class JsonAnswers {

    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withSerializers(new JsonOutput()));

    /** A writer; costly to make, so one is kept. */
    public JsonAnswers() {}

    /** The answer as compact JSON text. */
    public String text(Object answer) {
        return jsonb.toJson(answer);
    }

    /** Sends the answer. */
    public void send(ServerResponse response, Object answer) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(text(answer).getBytes(StandardCharsets.UTF_8));
    }

    /** The entity tag (RFC 9110 section 8.8.3) of what a conversation holds: equal content, equal tag. */
    static String entityTag(Head head) {
        return "\"" + head.revision() + "-" + head.fingerprint().abbreviated() + "\"";
    }

    static void tag(ServerResponse response, Head head) {
        response.header(HeaderNames.ETAG, entityTag(head));
    }

    /** Names what a save left, the conversation as it is now, if there is one. */
    static void tag(ServerResponse response, SaveResult result) {
        result.head().ifPresent(head -> tag(response, head));
    }
}
