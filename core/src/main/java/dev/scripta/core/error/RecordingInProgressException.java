package dev.scripta.core.error;

import dev.scripta.core.model.SessionId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The very same recording is being worked on, and the caller's patience ended before that work did. */
public final class RecordingInProgressException extends ScriptaException {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    /**
     * An end of patience.
     *
     * @param retryAfter when it makes sense to ask again
     */
    public RecordingInProgressException(Duration retryAfter) {
        this(retryAfter, Optional.empty());
    }

    private RecordingInProgressException(Duration retryAfter, Optional<SessionId> session) {
        super("This recording is being processed. Send it again later to get the result; it is not paid for twice.",
                true,
                session, Optional.empty());
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter);
    }

    @Override
    public RecordingInProgressException in(SessionId session) {
        return new RecordingInProgressException(retryAfter, Optional.of(session));
    }
}
