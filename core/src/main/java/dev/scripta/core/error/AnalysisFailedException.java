package dev.scripta.core.error;

import dev.scripta.core.model.SessionId;
import java.time.Duration;
import java.util.Optional;

/** The analysis of a transcript failed; the transcript itself is fine. */
public final class AnalysisFailedException extends ScriptaException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    /**
     * A failure found by the adapter itself.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     */
    public AnalysisFailedException(String detail, boolean retryable) {
        this(detail, retryable, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A failure of the engine.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     * @param cause the vendor's exception
     */
    public AnalysisFailedException(String detail, boolean retryable, Throwable cause) {
        this(detail, retryable, Optional.empty(), Optional.empty(), Optional.of(cause));
    }

    private AnalysisFailedException(String detail, boolean retryable, Optional<Duration> retryAfter,
            Optional<SessionId> session, Optional<Throwable> cause) {
        super(detail, retryable, session, cause);
        this.retryAfter = retryAfter;
    }

    /** The same failure, knowing when a retry makes sense. */
    public AnalysisFailedException after(Duration rest) {
        return new AnalysisFailedException(detail(), retryable(), Optional.of(rest), session(), optionalCause());
    }

    @Override
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    @Override
    public AnalysisFailedException in(SessionId session) {
        return new AnalysisFailedException(detail(), retryable(), retryAfter, Optional.of(session), optionalCause());
    }
}
