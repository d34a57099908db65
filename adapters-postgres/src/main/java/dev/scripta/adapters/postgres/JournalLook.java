package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Order;
import dev.scripta.core.port.JournalAnswer;
import java.util.Optional;

/**
 * How a recording stood when it was looked at, by the clock of the server.
 *
 * @param claim the newest claim of it, finished or not
 * @param holder who has or had that claim
 * @param inWork whether it has not ended
 * @param expired whether its lease, its rest or its time to live is over
 * @param answer what to say to whoever cannot have it
 */
record JournalLook(Claim claim, long holder, boolean inWork, boolean expired, JournalAnswer answer) {

    /** The answer that was lost, when it is this very call that has the claim. */
    Optional<JournalAnswer> lostAnswer(long caller) {
        return inWork && !expired && holder == caller
                ? Optional.of(new JournalAnswer.Granted(claim))
                : Optional.empty();
    }

    boolean isReprocessedBy(ClaimRequest request) {
        return !inWork && request.reprocess() && request.order().isNewerThan(claim.order());
    }

    boolean isDone() {
        return answer instanceof JournalAnswer.Done;
    }

    boolean isOver() {
        return expired && !isDone();
    }

    Order order() {
        return claim.order();
    }
}
