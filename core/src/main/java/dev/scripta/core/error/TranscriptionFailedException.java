package dev.scripta.core.error;

import dev.scripta.core.model.SessionId;
import java.util.Optional;

/** Speech recognition failed; nothing is known of the recording's words. */
public final class TranscriptionFailedException extends ScriptaException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure found by the adapter itself.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     */
    public TranscriptionFailedException(String detail, boolean retryable) {
        this(detail, retryable, Optional.empty(), Optional.empty());
    }

    /**
     * A failure of the engine.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     * @param cause the vendor's exception
     */
    public TranscriptionFailedException(String detail, boolean retryable, Throwable cause) {
        this(detail, retryable, Optional.empty(), Optional.of(cause));
    }

    private TranscriptionFailedException(String detail, boolean retryable, Optional<SessionId> session,
            Optional<Throwable> cause) {
        super(detail, retryable, session, cause);
    }

    @Override
    public TranscriptionFailedException in(SessionId session) {
        return new TranscriptionFailedException(detail(), retryable(), Optional.of(session), optionalCause());
    }
}
