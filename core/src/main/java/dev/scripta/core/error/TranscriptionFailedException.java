package dev.scripta.core.error;

import dev.scripta.core.model.SessionId;
import java.time.Duration;
import java.util.Optional;

/** Speech recognition failed; nothing is known of the recording's words. */
public final class TranscriptionFailedException extends ScriptaException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    /**
     * A failure found by the adapter itself.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     */
    public TranscriptionFailedException(String detail, boolean retryable) {
        this(detail, retryable, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A failure of the engine.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     * @param cause the vendor's exception
     */
    public TranscriptionFailedException(String detail, boolean retryable, Throwable cause) {
        this(detail, retryable, Optional.empty(), Optional.empty(), Optional.of(cause));
    }

    private TranscriptionFailedException(String detail, boolean retryable, Optional<Duration> retryAfter,
            Optional<SessionId> session, Optional<Throwable> cause) {
        super(detail, retryable, session, cause);
        this.retryAfter = retryAfter;
    }

    /** The same failure, knowing when a retry makes sense. */
    public TranscriptionFailedException after(Duration rest) {
        return new TranscriptionFailedException(detail(), retryable(), Optional.of(rest), session(), optionalCause());
    }

    @Override
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    @Override
    public TranscriptionFailedException in(SessionId session) {
        return new TranscriptionFailedException(detail(), retryable(), retryAfter, Optional.of(session),
                optionalCause());
    }
}
