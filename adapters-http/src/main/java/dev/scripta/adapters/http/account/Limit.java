package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.transport.Audit;
import dev.scripta.adapters.http.transport.RefusedException;
import java.time.Clock;
import java.time.Duration;

/** Limits how often one may do something that costs. Thread-safe. */
final class Limit {

    private final String event;
    private final Tries tries;
    private final Audit audit;

    /**
     * Limits one kind of things.
     *
     * @param event its name in audit lines
     */
    Limit(String event, Allowance allowance, Clock clock, Audit audit) {
        this.event = event;
        this.tries = new Tries(allowance, clock);
        this.audit = audit;
    }

    /**
     * Counts once more.
     *
     * @param who told apart by this
     * @throws RefusedException 429 when it is once too many
     */
    void enter(String who) {
        tries.count(who).ifPresent(wait -> {
            throw refused(audit, event, wait);
        });
    }

    static RefusedException refused(Audit audit, String event, Duration wait) {
        audit.tell(event, "limited");
        return RefusedException.until(wait, 429, "Too many tries. Wait a while, then try again.");
    }
}
