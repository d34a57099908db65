package dev.scripta.adapters.http.transport;

import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;

/** Headers that every answer of a server carries, whatever it says. Implementations are thread-safe. */
@FunctionalInterface
public interface Envelope {

    /** Adds nothing. */
    Envelope NONE = (request, answer) -> {};

    /**
     * Sets the headers. May be called again for the same request, when another answer takes the place of the first.
     *
     * @param request the request's headers
     * @param answer the answer's, not sent yet
     */
    void seal(Headers request, WritableHeaders<?> answer);

    /** These headers, and then those. */
    default Envelope and(Envelope those) {
        return (request, answer) -> {
            seal(request, answer);
            those.seal(request, answer);
        };
    }
}
