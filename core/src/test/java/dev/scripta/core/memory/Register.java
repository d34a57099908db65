package dev.scripta.core.memory;

import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import java.util.Optional;

/**
 * What one conversation is to those who save: a register with a conditional write, said as simply as possible.
 *
 * @param revision 0 while there is nothing
 * @param order of the newest intent
 * @param fingerprint of the content; empty while there is none
 */
record Register(long revision, long order, Optional<Sha256> fingerprint) {

    static final Register EMPTY = new Register(0, -1, Optional.empty());

    /** What a save answers, and what it leaves. */
    record After(SaveOutcome outcome, Register register) {}

    After save(SaveRequest request) {
        Sha256 wanted = request.content().fingerprint();
        long mine = request.order().value();
        if (fingerprint.equals(Optional.of(wanted))) {
            return new After(SaveOutcome.UNCHANGED, new Register(revision, Math.max(order, mine), fingerprint));
        }
        boolean insists = request.expectedRevision().isPresent();
        if (insists && request.expectedRevision().getAsLong() != revision) {
            return new After(SaveOutcome.CONFLICT, this);
        }
        if (!insists && revision > 0 && !isOlderThan(new Order(mine), wanted)) {
            return new After(SaveOutcome.SUPERSEDED, this);
        }
        long next = insists && revision > 0 ? Math.max(order + 1, mine) : mine;
        return new After(revision == 0 ? SaveOutcome.CREATED : SaveOutcome.UPDATED,
                new Register(revision + 1, next, Optional.of(wanted)));
    }

    private boolean isOlderThan(Order other, Sha256 content) {
        return other.value() > order
                || (other.value() == order && content.compareTo(fingerprint.orElseThrow()) > 0);
    }
}
