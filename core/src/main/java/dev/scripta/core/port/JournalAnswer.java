package dev.scripta.core.port;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.Order;
import java.time.Duration;
import java.util.Objects;

/** What the journal says to whoever wants to work on a recording. */
public sealed interface JournalAnswer {

    /**
     * The work is yours until the lease you asked for ends.
     *
     * @param claim the right to it
     */
    record Granted(Claim claim) implements JournalAnswer {
        /** Checks presence. */
        public Granted {
            Objects.requireNonNull(claim, "claim");
        }
    }

    /** Somebody else works on it: ask again, for they may finish, fail or vanish. */
    record InWork() implements JournalAnswer {}

    /**
     * It is done.
     *
     * @param order of the intent it was done for
     * @param content the result, exactly as completed
     */
    record Done(Order order, Content content) implements JournalAnswer, RecordingState {
        /** Checks presence. */
        public Done {
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(content, "content");
        }
    }

    /**
     * An engine failed lately, and is given a rest.
     *
     * @param failure what all who ask before then are told
     * @param rest how long from now; zero when it is over and nobody has asked for the work since
     */
    record Postponed(EngineFailure failure, Duration rest) implements JournalAnswer, RecordingState {
        /** Checks presence. */
        public Postponed {
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(rest, "rest");
        }
    }

    /**
     * This audio cannot be used.
     *
     * @param reason why, for programs
     * @param detail why, for people
     */
    record Refused(Reason reason, String detail) implements JournalAnswer, RecordingState {
        /** Checks presence. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
        }
    }
}
