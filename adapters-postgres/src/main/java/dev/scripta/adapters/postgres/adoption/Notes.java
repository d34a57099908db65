package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * What was taken over of one table. A note is written before what it notes, in the same transaction: of two runs at once the
 * second waits for it, and then has nothing to do. Thread-safe.
 */
final class Notes {

    private static final String ADD = """
            INSERT INTO adoption (source, id, adopted_at, fingerprint) VALUES (?, ?, ?, ?)
            ON CONFLICT (source, id) DO NOTHING
            """;
    private static final String CHANGE =
            "UPDATE adoption SET adopted_at = ?, fingerprint = ? WHERE source = ? AND id = ?";
    private static final String REMOVE = "DELETE FROM adoption WHERE source = ? AND id = ?";

    private final String source;
    private final Clock clock;

    Notes(String source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Tells whether it was not noted before. */
    boolean add(Connection connection, long id, Sha256 fingerprint) throws SQLException {
        return Sql.update(connection, ADD, source, id, clock.instant(), fingerprint) == 1;
    }

    void change(Connection connection, long id, Sha256 fingerprint) throws SQLException {
        Sql.update(connection, CHANGE, clock.instant(), fingerprint, source, id);
    }

    void remove(Connection connection, long id) throws SQLException {
        Sql.update(connection, REMOVE, source, id);
    }
}
