package dev.scripta.adapters.postgres;

import dev.scripta.core.error.StorageFailedException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables. They are made and brought up to date only when asked; what was applied is noted in the table
 * {@code scripta_schema_history}, so that the schema can be shared with other programs.
 */
public final class PostgresSchema {

    private static final String LOCATION = "classpath:dev/scripta/adapters/postgres/schema";
    private static final String HISTORY = "scripta_schema_history";

    private final DataSource connections;

    /** The schema of this database; {@code connections} must give at least two at once. */
    public PostgresSchema(DataSource connections) {
        this.connections = connections;
    }

    /**
     * Brings the schema up to date. Does nothing when it is; several instances may do so at once.
     *
     * @throws StorageFailedException when the database is away or refuses
     */
    public void migrate() {
        try {
            Flyway.configure().dataSource(connections).locations(LOCATION).table(HISTORY)
                    .baselineOnMigrate(true).baselineVersion("0").loggers("slf4j").load().migrate();
        } catch (FlywayException e) {
            throw Attempts.failure(e);
        }
    }
}
