package dev.scripta.adapters.postgres;

import dev.scripta.core.error.StorageFailedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables. They are made and brought up to date only when asked; what was applied is noted in the table
 * {@code scripta_schema_history}, so that a database schema can be shared with other programs. Thread-safe.
 */
public final class PostgresSchema {

    /** The version the program needs: that of the newest file at {@link #LOCATION}. */
    static final String VERSION = "6";

    static final String LOCATION = "dev/scripta/adapters/postgres/schema";

    private static final String HISTORY = "scripta_schema_history";
    private static final String IS_APPLIED =
            "SELECT 1 FROM " + HISTORY + " WHERE version = '" + VERSION + "' AND success";

    private final DataSource connections;

    /** The schema of this database; {@code connections} must be able to give several at once. */
    public PostgresSchema(DataSource connections) {
        this.connections = Objects.requireNonNull(connections, "connections");
    }

    /**
     * Brings the schema up to date. Does nothing when it is; several instances may do so at once.
     *
     * @throws StorageFailedException when the database is away or refuses
     */
    public void migrate() {
        try {
            // Asking takes a millisecond; starting Flyway to learn the same takes a second of every start.
            if (!isUpToDate()) {
                migrateBesideOthers();
            }
        } catch (FlywayException | SQLException e) {
            throw Attempts.failure(e);
        }
    }

    /** Flyway takes its lock after it made its history: of two that make it at once, one is refused, and then finds it. */
    private void migrateBesideOthers() {
        Flyway flyway = Flyway.configure()
                .dataSource(connections)
                .locations("classpath:" + LOCATION)
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .loggers("slf4j")
                .load();
        try {
            flyway.migrate();
        } catch (FlywayException overtaken) {
            flyway.migrate();
        }
    }

    private boolean isUpToDate() throws SQLException {
        try (Connection connection = connections.getConnection(); Statement statement = connection.createStatement()) {
            return isUpToDate(statement);
        }
    }

    private static boolean isUpToDate(Statement statement) throws SQLException {
        try (ResultSet applied = statement.executeQuery(IS_APPLIED)) {
            return applied.next();
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.NO_SCHEMA) {
                return false;
            }
            throw e;
        }
    }
}
