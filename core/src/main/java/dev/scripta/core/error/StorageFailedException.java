package dev.scripta.core.error;

import dev.scripta.core.model.SessionId;
import java.util.Optional;

/** The store could not do what was asked: retryable when it is away or busy, not when it refuses for good. */
public final class StorageFailedException extends ScriptaException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure found by the adapter itself.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     */
    public StorageFailedException(String detail, boolean retryable) {
        this(detail, retryable, Optional.empty(), Optional.empty());
    }

    /**
     * A failure of the store.
     *
     * @param detail what went wrong, safe to show
     * @param retryable whether the same call may succeed later
     * @param cause the vendor's exception
     */
    public StorageFailedException(String detail, boolean retryable, Throwable cause) {
        this(detail, retryable, Optional.empty(), Optional.of(cause));
    }

    private StorageFailedException(String detail, boolean retryable, Optional<SessionId> session,
            Optional<Throwable> cause) {
        super(detail, retryable, session, cause);
    }

    @Override
    public StorageFailedException in(SessionId session) {
        return new StorageFailedException(detail(), retryable(), Optional.of(session), optionalCause());
    }
}
