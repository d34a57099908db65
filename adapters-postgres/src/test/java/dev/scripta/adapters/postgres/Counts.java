package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What a table and the log have gone through, counted by the server itself.
 *
 * @param log the bytes written so far, as they stand. The number of records is not asked for: sessions that ended tell
 *            theirs only when their processes are gone, which may be between two counts
 */
record Counts(long inserted, long updated, long updatedInPlace, long dead, long toasted, long log) {

    private static final String TABLE = """
            SELECT t.n_tup_ins, t.n_tup_upd, t.n_tup_hot_upd, t.n_dead_tup, pg_stat_get_tuples_inserted(c.reltoastrelid),
                pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')
            FROM pg_stat_user_tables t JOIN pg_class c ON c.oid = t.relid WHERE t.relname
            """;

    static Counts read(DataSource connections, String table) throws SQLException {
        try (Connection connection = connections.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
            statement.execute("SELECT pg_stat_clear_snapshot()");
            try (ResultSet row = statement.executeQuery(TABLE + " = '" + table + "'")) {
                assertTrue(row.next());
                return new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5),
                        row.getLong(6));
            }
        }
    }
}
