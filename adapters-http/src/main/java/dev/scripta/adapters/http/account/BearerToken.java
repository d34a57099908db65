package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.transport.RefusedException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;

/** Finds the token of a request in {@code Authorization: Bearer} (RFC 6750 section 2.1). */
final class BearerToken {

    private static final String SCHEME = "bearer";

    private BearerToken() {}

    /**
     * The token, whatever it is; empty when there is none, which is also what pages send when nobody is signed in:
     * {@code Bearer} with nothing behind it.
     *
     * @throws RefusedException 403 when the header is another's, or no scheme is told; 401 when there are two
     */
    static Optional<String> of(ServerRequest request) {
        List<String> values = request.headers().all(HeaderNames.AUTHORIZATION, List::of);
        if (values.size() > 1) {
            throw notValid();
        }
        return values.stream().findFirst().filter(value -> !value.isBlank()).flatMap(BearerToken::of);
    }

    private static Optional<String> of(String value) {
        int space = value.indexOf(' ');
        String scheme = space < 0 ? value : value.substring(0, space);
        boolean bearer = scheme.equalsIgnoreCase(SCHEME);
        String token = space < 0 ? "" : value.substring(space + 1);
        if (bearer && token.isEmpty()) {
            return Optional.empty();
        }
        if (!bearer) {
            throw token.isEmpty() ? missing() : new RefusedException(403, "Invalid authentication credentials");
        }
        return Optional.of(token);
    }

    static RefusedException missing() {
        return new RefusedException(403, "Not authenticated");
    }

    static RefusedException notValid() {
        return RefusedException.unauthorized("Could not validate credentials");
    }
}
