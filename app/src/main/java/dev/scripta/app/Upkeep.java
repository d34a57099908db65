package dev.scripta.app;

import dev.scripta.app.metrics.Meters;
import dev.scripta.core.usecase.Claims;
import dev.scripta.core.usecase.DrainBacklog;
import dev.scripta.core.usecase.Stores;
import dev.scripta.core.usecase.Ticker;
import dev.scripta.core.usecase.WorkRules;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/** What is done without being asked, each on a thread of its own from when it is called for until it is closed. */
final class Upkeep {

    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration PURGE = Duration.ofHours(6);
    private static final Duration SEARCH = Duration.ofDays(1);
    private static final Duration SEARCH_RETRY = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

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

    /**
     * Makes findable what versions before saved: as soon as the schema knows of words, and once a day, for an instance of
     * such a version may still be at work.
     */
    Recurring search(Schema schema, IntSupplier completion) {
        return new Recurring("search", ticker, SEARCH_RETRY, () -> {
            if (!schema.isUpToDate()) {
                return SEARCH_RETRY;
            }
            int found = completion.getAsInt();
            if (found > 0) {
                LOG.log(System.Logger.Level.INFO, "Search: {0} conversations of older versions can be found now.",
                        found);
            }
            return SEARCH;
        });
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
