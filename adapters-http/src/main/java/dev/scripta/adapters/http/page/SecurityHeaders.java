package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.Envelope;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import java.util.List;

/**
 * What keeps browsers from doing with answers what they are not for: taking them for another type, framing or embedding them,
 * running what is in them, keeping them, telling other sites where their reader came from (OWASP Secure Headers). Pages
 * replace the policy and the caching by their own. Thread-safe.
 */
public final class SecurityHeaders implements Envelope {

    static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");

    private static final List<Header> HEADERS = List.of(
            HeaderValues.create("X-Content-Type-Options", "nosniff"),
            HeaderValues.create("X-Frame-Options", "DENY"),
            HeaderValues.create("Referrer-Policy", "no-referrer"),
            HeaderValues.create("Cross-Origin-Resource-Policy", "same-origin"),
            HeaderValues.create("Cross-Origin-Opener-Policy", "same-origin"),
            HeaderValues.create(POLICY, "default-src 'none'; frame-ancestors 'none'"),
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));

    /** Makes it. */
    public SecurityHeaders() {}

    @Override
    public void seal(Headers request, WritableHeaders<?> answer) {
        HEADERS.forEach(answer::set);
    }
}
