package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.Envelope;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;

/**
 * Lets pages of allowed origins read answers (Fetch standard, CORS protocol). Never with credentials: tokens are sent by
 * hand here, and there are no cookies. Thread-safe.
 */
public final class CorsHeaders implements Envelope {

    private static final Header VARY = HeaderValues.create(HeaderNames.VARY, "Origin");
    private static final Header EXPOSED = HeaderValues.create(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
            "ETag, Retry-After, Idempotent-Replayed, Trace-Id, Content-Disposition, "
                    + "Location, Preference-Applied, Content-Range, Accept-Ranges");

    private final Origins origins;

    /**
     * Makes it.
     *
     * @param origins the allowed ones
     */
    public CorsHeaders(Origins origins) {
        this.origins = origins;
    }

    @Override
    public void seal(Headers request, WritableHeaders<?> answer) {
        if (origins.allowed().isEmpty()) {
            return;
        }
        // Routes may name other headers that their answers depend on.
        if (!answer.contains(VARY)) {
            answer.add(VARY);
        }
        request.first(HeaderNames.ORIGIN).filter(origins::contain).ifPresent(origin -> {
            answer.set(HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
            answer.set(EXPOSED);
        });
    }
}
