package dev.scripta.app;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.usecase.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The database's schema, brought up to date as soon as the database can be reached: by one thread, watched by any. */
final class Schema {

    static final Backoff AWAY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));
    /** Another database may take the place of the one that is up to date, such as an empty one after a failover. */
    static final Duration LOOK = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(Schema.class.getName());

    private final Runnable migration;
    private final RandomGenerator random;
    private volatile boolean upToDate;
    private int failures;

    /** A schema that this brings up to date; it throws a {@link StorageFailedException} when it cannot. */
    Schema(Runnable migration, RandomGenerator random) {
        this.migration = migration;
        this.random = random;
    }

    /** Brings it up to date, unless the database is away; that passes. What will not pass is told. */
    void migrateIfReachable() {
        try {
            migrate();
        } catch (StorageFailedException e) {
            if (!e.retryable()) {
                throw new StartupException("The database cannot be used: " + e.detail()
                        + ". Check SCRIPTA_DATABASE_URL and that the database runs.", e);
            }
            LOG.log(System.Logger.Level.WARNING, "The database is away: {0}. Check SCRIPTA_DATABASE_URL and that the "
                    + "database runs. Until then results wait in the backlog.", e.detail());
        }
    }

    /** Tries again; tells how long to wait for the next time. */
    Duration round() {
        try {
            boolean late = !upToDate;
            migrate();
            if (late) {
                LOG.log(System.Logger.Level.INFO, "The database is back, and its schema up to date.");
            }
            failures = 0;
            return LOOK;
        } catch (StorageFailedException e) {
            failures++;
            LOG.log(e.retryable() ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                    "the schema cannot be brought up to date: {0}", e.detail());
            return upToDate ? LOOK : AWAY.pause(failures, random);
        }
    }

    /** Whether it was up to date when last seen. */
    boolean isUpToDate() {
        return upToDate;
    }

    private void migrate() {
        migration.run();
        upToDate = true;
    }
}
