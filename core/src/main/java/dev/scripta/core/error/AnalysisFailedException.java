package dev.scripta.core.error;

import dev.scripta.core.model.SessionId;
import java.util.Optional;

/** The analysis of a transcript failed; the transcript itself is fine. */
public final class AnalysisFailedException extends ScriptaException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure found by the adapter itself.
     *
     * @param message what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     */
    public AnalysisFailedException(String message, boolean retryable) {
        this(message, retryable, Optional.empty(), Optional.empty());
    }

    /**
     * A failure of the engine.
     *
     * @param message what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     * @param cause the vendor's exception
     */
    public AnalysisFailedException(String message, boolean retryable, Throwable cause) {
        this(message, retryable, Optional.empty(), Optional.of(cause));
    }

    private AnalysisFailedException(String message, boolean retryable, Optional<SessionId> session, Optional<Throwable> cause) {
        super(message, session, retryable, cause);
    }

    @Override
    public AnalysisFailedException in(SessionId session) {
        return new AnalysisFailedException(getMessage(), retryable(), Optional.of(session), optionalCause());
    }
}
