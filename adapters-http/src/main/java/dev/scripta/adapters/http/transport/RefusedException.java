package dev.scripta.adapters.http.transport;

import java.util.Objects;

/**
 * A request that is answered with a status from 400 to 499. Carries no
 * stack trace: it is an answer, not a fault.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;

    /**
     * Refuses a request.
     *
     * @param status HTTP status, 400 to 499
     * @param detail what was wrong, safe to show
     */
    public RefusedException(int status, String detail) {
        super(detail, null, false, false);
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("status must be from 400 to 499: " + status);
        }
        this.status = status;
        this.detail = Objects.requireNonNull(detail, "detail");
    }

    /**
     * The status to answer with.
     *
     * @return from 400 to 499
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

    static RefusedException malformed() {
        return new RefusedException(400, "There was an error parsing the body");
    }

    static RefusedException tooLarge(String what, long limit) {
        return new RefusedException(413, what + " is limited to " + limit + " bytes.");
    }
}
