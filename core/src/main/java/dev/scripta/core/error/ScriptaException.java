package dev.scripta.core.error;

import dev.scripta.core.model.SessionId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Root of everything Scripta throws. Messages are safe to show: no spoken text, no driver text, no personal data; those
 * stay in the cause, which is never shown. Misuse of the API by a programmer is a {@link NullPointerException} or an
 * {@link IllegalArgumentException} instead.
 */
public abstract sealed class ScriptaException extends RuntimeException
        permits RecordingRefusedException, RecordingInProgressException, TranscriptionFailedException,
        AnalysisFailedException, StorageFailedException {

    private static final long serialVersionUID = 1L;

    private final String detail;
    private final boolean retryable;

    /** Transient: values of the model are not serializable. */
    private final transient Optional<SessionId> session;

    ScriptaException(String detail, boolean retryable, Optional<SessionId> session, Optional<Throwable> cause) {
        super(detail, cause.orElse(null));
        this.detail = Objects.requireNonNull(detail, "detail");
        this.retryable = retryable;
        this.session = session;
    }

    /** What went wrong and what to do, safe to show. */
    public final String detail() {
        return detail;
    }

    /** The session it happened to, where it is known. */
    public final Optional<SessionId> session() {
        return session;
    }

    /** Whether the same call may succeed later without any change. */
    public final boolean retryable() {
        return retryable;
    }

    /** How long to wait before trying again, where that is known; empty when a retry cannot help. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** Whether the work that failed may have been done, and billed, though no answer came. */
    public boolean outcomeUnknown() {
        return false;
    }

    /** The same failure, told to have happened to this session: engines do not know whom they work for. */
    public abstract ScriptaException in(SessionId session);

    final Optional<Throwable> optionalCause() {
        return Optional.ofNullable(getCause());
    }
}
