package dev.scripta.core.usecase;

import java.time.Duration;

/**
 * How patient work on recordings is.
 *
 * @param lease how long a claim lasts unless it is renewed: a crashed worker blocks its recording this long
 * @param patience how long a request waits for another's work on the same recording
 * @param followers how many requests of one process wait for the same recording; more are told at once that it is in progress
 * @param poll between questions to the journal whether another process has finished
 * @param rest after an engine's failure, before the next attempt
 * @param refusalBelieved how long a verdict that audio cannot be used stands: longer than any client retries, short enough
 *            that a better decoder gets its chance
 */
public record WorkRules(Duration lease, Duration patience, int followers, Backoff poll, Backoff rest,
        Duration refusalBelieved) {

    /** What suits people who wait before a page. */
    public static final WorkRules DEFAULT = new WorkRules(Duration.ofSeconds(30), Duration.ofSeconds(60), 32,
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2)),
            new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5)), Duration.ofHours(1));

    private static final int RENEWALS_PER_LEASE = 3;

    /** Checks the bounds. */
    public WorkRules {
        if (lease.compareTo(Duration.ofMillis(RENEWALS_PER_LEASE)) < 0 || patience.isNegative() || followers < 0
                || refusalBelieved.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(
                    "lease and refusalBelieved must be positive, patience and followers not negative");
        }
    }

    /** The same rules with another patience. */
    public WorkRules withPatience(Duration other) {
        return new WorkRules(lease, other, followers, poll, rest, refusalBelieved);
    }

    /** The same rules with another lease. */
    public WorkRules withLease(Duration other) {
        return new WorkRules(other, patience, followers, poll, rest, refusalBelieved);
    }

    /** How often to call {@link Claims#renew()}: two renewals may fail before a lease is lost. */
    public Duration renewal() {
        return lease.dividedBy(RENEWALS_PER_LEASE);
    }
}
