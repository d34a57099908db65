package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.InvalidFieldsException;
import dev.scripta.adapters.http.transport.TextBody;
import dev.scripta.core.model.JsonObject;
import io.helidon.webserver.http.ServerRequest;

/** Reads requests whose body is a JSON object. Thread-safe. */
public final class JsonBodies {

    private static final String BODY = "body";

    private final JsonInput json = new JsonInput();
    private final int limit;

    /** Reads bodies of up to so many bytes. */
    public JsonBodies(int limit) {
        this.limit = limit;
    }

    /**
     * The fields of the body, which is read to its end.
     *
     * @throws InvalidFieldsException when it is not a JSON object
     * @throws dev.scripta.adapters.http.transport.RefusedException 400 when it is cut off or not UTF-8, 413 when it is too
     *             large
     */
    public JsonFields fields(ServerRequest request) {
        return new JsonFields(object(TextBody.read(request, limit)));
    }

    private JsonObject object(String text) {
        try {
            return json.object(text)
                    .orElseThrow(() -> new InvalidFieldsException(BODY, "The body must be a JSON object."));
        } catch (IllegalArgumentException refused) {
            throw new InvalidFieldsException(BODY,
                    "The body nests too deep, holds too much or text that cannot be kept.");
        }
    }
}
