package dev.scripta.core.error;

import dev.scripta.core.model.SessionId;
import java.util.Objects;
import java.util.Optional;

/** The audio cannot be used, now or later: sending the same bytes again cannot help. Silence is not a reason. */
public final class RecordingRefusedException extends ScriptaException {

    private static final long serialVersionUID = 1L;

    /** Why audio is refused. */
    public enum Reason {
        /** There are no bytes, or no audio in them. */
        EMPTY,
        /** The first bytes are not those of an audio format that can be read. */
        UNSUPPORTED_FORMAT,
        /** The format is known, but the content is damaged or hostile. */
        UNREADABLE,
        /** It plays longer than is allowed. */
        TOO_LONG
    }

    private final Reason reason;

    /**
     * A refusal.
     *
     * @param reason why, for programs
     * @param detail why and what to send instead, for people
     */
    public RecordingRefusedException(Reason reason, String detail) {
        this(reason, detail, Optional.empty());
    }

    private RecordingRefusedException(Reason reason, String detail, Optional<SessionId> session) {
        super(detail, false, session, Optional.empty());
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Why, for programs. */
    public Reason reason() {
        return reason;
    }

    @Override
    public RecordingRefusedException in(SessionId session) {
        return new RecordingRefusedException(reason, detail(), Optional.of(session));
    }
}
