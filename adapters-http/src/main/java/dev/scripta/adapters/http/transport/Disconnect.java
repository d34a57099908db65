package dev.scripta.adapters.http.transport;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** The word {@code close} in a {@code Connection} header. */
final class Disconnect {

    private Disconnect() {}

    static void announce(ServerResponse response) {
        response.header(HeaderValues.CONNECTION_CLOSE);
    }

    static void announceIfUnread(ServerRequest request, ServerResponse response) {
        if (!request.content().consumed()) {
            announce(response);
        }
    }

    static boolean isAnnounced(Headers headers) {
        return headers.all(HeaderNames.CONNECTION, List::of)
                .stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
    }
}
