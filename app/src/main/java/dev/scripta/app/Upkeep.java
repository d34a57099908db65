package dev.scripta.app;

import dev.scripta.app.metrics.Meters;
import dev.scripta.core.usecase.Claims;
import dev.scripta.core.usecase.DrainBacklog;
import dev.scripta.core.usecase.Stores;
import dev.scripta.core.usecase.Ticker;
import dev.scripta.core.usecase.WorkRules;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What is done without being asked, each on a thread of its own from when it is called for until it is closed. */
final class Upkeep {

    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration PURGE = Duration.ofHours(6);

    private final Stores stores;
    private final Claims claims;
    private final WorkRules rules;
    private final Meters meters;
    private final Ticker ticker;
    private final RandomGenerator random;

    Upkeep(Stores stores, Claims claims, WorkRules rules, Meters meters, Ticker ticker, RandomGenerator random) {
        this.stores = stores;
        this.claims = claims;
        this.rules = rules;
        this.meters = meters;
        this.ticker = ticker;
        this.random = random;
    }

    /** Lets claims last: to be closed after all that works under one. */
    Recurring renewal() {
        return Recurring.every(rules.renewal(), "claims", ticker, claims::renew);
    }

    /** Settles what waits in the backlog as soon as the store is back. */
    Recurring drain() {
        DrainBacklog drain = new DrainBacklog(stores, claims);
        return new Recurring("drain", ticker, DrainRound.AWAY.longest(),
                new DrainRound(stores.backlog(), drain::drain, meters, random));
    }

    /** Brings the schema up to date as soon as the database is back. */
    Recurring migration(Schema schema) {
        return new Recurring("schema", ticker, Schema.LOOK, schema::round);
    }

    /** Finishes what a killed process left behind. */
    Recurring sweep(Runnable sweep) {
        return Recurring.every(SWEEP, "sweep", ticker, sweep);
    }

    /** Forgets what became of recordings that ended longer ago than the retention. */
    Recurring purge(Duration retention) {
        return Recurring.every(PURGE, "purge", ticker, () -> stores.journal().purge(retention));
    }
}
