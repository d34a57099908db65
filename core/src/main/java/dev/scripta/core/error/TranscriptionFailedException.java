package dev.scripta.core.error;

import dev.scripta.core.model.SessionId;
import java.time.Duration;
import java.util.Optional;

/** Speech recognition failed; nothing is known of the recording's words. */
public final class TranscriptionFailedException extends ScriptaException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;
    private final boolean outcomeUnknown;

    /**
     * A failure found by the adapter itself.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     */
    public TranscriptionFailedException(String detail, boolean retryable) {
        this(detail, retryable, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /**
     * A failure of the engine.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     * @param cause the vendor's exception
     */
    public TranscriptionFailedException(String detail, boolean retryable, Throwable cause) {
        this(detail, retryable, Optional.empty(), false, Optional.empty(), Optional.of(cause));
    }

    private TranscriptionFailedException(String detail, boolean retryable, Optional<Duration> retryAfter,
            boolean outcomeUnknown, Optional<SessionId> session, Optional<Throwable> cause) {
        super(detail, retryable, session, cause);
        this.retryAfter = retryAfter;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** The same failure, knowing when a retry makes sense. */
    public TranscriptionFailedException after(Duration rest) {
        return new TranscriptionFailedException(detail(), retryable(), Optional.of(rest), outcomeUnknown, session(),
                optionalCause());
    }

    /** The same failure, of a call that may have been done, and billed, though no answer came. */
    public TranscriptionFailedException withOutcomeUnknown() {
        return new TranscriptionFailedException(detail(), retryable(), retryAfter, true, session(), optionalCause());
    }

    @Override
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    @Override
    public TranscriptionFailedException in(SessionId session) {
        return new TranscriptionFailedException(detail(), retryable(), retryAfter, outcomeUnknown, Optional.of(session),
                optionalCause());
    }
}
