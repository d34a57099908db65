package dev.scripta.adapters.http.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * A request that is answered with a status from 400 to 499, or with 503 where nothing but the crowd is in the way. Carries
 * no stack trace: it is an answer, not a fault.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;
    private final transient Map<String, String> headers;

    /**
     * Refuses a request.
     *
     * @param status HTTP status, 400 to 499
     * @param detail what was wrong, safe to show
     */
    public RefusedException(int status, String detail) {
        this(status, detail, Map.of());
    }

    private RefusedException(int status, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        if (status < 400 || (status > 499 && status != 503)) {
            throw new IllegalArgumentException("status must be from 400 to 499, or 503: " + status);
        }
        this.status = status;
        this.detail = Objects.requireNonNull(detail, "detail");
        this.headers = headers;
    }

    /** Refuses with 401 somebody who did not show who they are; tells, as RFC 6750 section 3 wants it, how one does. */
    public static RefusedException unauthorized(String detail) {
        return new RefusedException(401, detail, Map.of("WWW-Authenticate", "Bearer"));
    }

    /**
     * Refuses what may be tried again later.
     *
     * @param status 429 for one who asks too often, 503 where too many others ask
     * @param wait for how long; told in whole seconds, rounded up, at least one
     */
    public static RefusedException until(Duration wait, int status, String detail) {
        Duration told = wait.isPositive() ? wait : Duration.ofSeconds(1);
        return new RefusedException(status, detail, Map.of("Retry-After", RetryAfter.of(told)));
    }

    /**
     * The status to answer with.
     *
     * @return from 400 to 499, or 503
     */
    public int status() {
        return status;
    }

    /**
     * What was wrong.
     *
     * @return safe to show
     */
    public String detail() {
        return detail;
    }

    /** The headers that go with the answer. */
    public Map<String, String> headers() {
        return headers;
    }

    static RefusedException malformed() {
        return new RefusedException(400, "There was an error parsing the body");
    }

    static RefusedException tooLarge(String what, long limit) {
        return new RefusedException(413, what + " is limited to " + limit + " bytes.");
    }
}
