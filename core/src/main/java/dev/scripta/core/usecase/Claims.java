package dev.scripta.core.usecase;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The claims this process holds. They last only while {@link #renew()} is called every {@link WorkRules#renewal()}; without,
 * work that takes longer than a lease may be done twice, but never counts twice. Thread-safe.
 */
public final class Claims {

    /** A store that takes longer to answer than a lease lasts will not be faster at the next question. */
    private static final int QUESTIONS = 3;

    private final RecordingJournal journal;
    private final WorkRules rules;
    private final Ticker ticker;

    /** Each claim with the moment up to which it certainly lasts. */
    private final Map<Claim, Long> held = new ConcurrentHashMap<>();

    /** The claims in this journal. */
    public Claims(RecordingJournal journal, WorkRules rules, Ticker ticker) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.ticker = Objects.requireNonNull(ticker, "ticker");
    }

    /** Asks for the work; a claim that is granted is held until it is {@linkplain #letGo let go}. */
    JournalAnswer claim(ClaimRequest request) {
        long asked = ticker.nanoTime();
        JournalAnswer answer = journal.claim(request, rules.lease());
        if (answer instanceof JournalAnswer.Granted granted) {
            held.put(granted.claim(), safeUntil(asked));
        }
        return answer;
    }

    /**
     * Whether the claim still lasts, to be asked before anything is paid for: a claim that waited long for its answer, or
     * a process that stood still, may have lost it. Costs nothing when that is certain. With the store away, nobody else
     * can have got it by now or will know: the work goes on.
     */
    boolean lasts(Claim claim) {
        try {
            boolean certain = Optional.ofNullable(held.get(claim)).filter(this::isAhead).isPresent();
            for (int question = 0; !certain && question < QUESTIONS; question++) {
                long until = safeUntil(ticker.nanoTime());
                if (!renewed(claim, until)) {
                    return false;
                }
                certain = isAhead(until);
            }
            return certain;
        } catch (StorageFailedException away) {
            return true;
        }
    }

    void letGo(Claim claim) {
        held.remove(claim);
    }

    WorkRules rules() {
        return rules;
    }

    Ticker ticker() {
        return ticker;
    }

    /** How many recordings this process works on under a claim. */
    public int count() {
        return held.size();
    }

    /** Lets all claims last on. Failures of the store are left to the next call, and in the end to the fence. */
    public void renew() {
        held.keySet().forEach(claim -> {
            try {
                renewed(claim, safeUntil(ticker.nanoTime()));
            } catch (StorageFailedException away) {
                // The next call may find it there again; if not, a worker finds out before it pays.
            }
        });
    }

    private boolean renewed(Claim claim, long until) {
        boolean lasts = journal.renew(claim, rules.lease());
        if (lasts) {
            held.replace(claim, until);
        } else {
            held.remove(claim);
        }
        return lasts;
    }

    private boolean isAhead(long time) {
        return ticker.nanoTime() - time < 0;
    }

    /** Measured from before the question, and with a third to spare: the store's lease ends later for certain. */
    private long safeUntil(long asked) {
        return asked + rules.lease().minus(rules.renewal()).toNanos();
    }
}
