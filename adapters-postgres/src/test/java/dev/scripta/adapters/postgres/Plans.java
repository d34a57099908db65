package dev.scripta.adapters.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the server does for a statement, told by itself. */
final class Plans {

    private Plans() {}

    /**
     * Executes a statement, planned for its values or for any, as {@code mode} of {@code plan_cache_mode} says; its plan with
     * what was read.
     *
     * @param statement as it is prepared: {@code AS SELECT …}, with the types of its parameters before it if they are not seen
     * @param values of the parameters, as SQL literals
     */
    static String executed(DataSource database, String mode, String statement, List<String> values)
            throws SQLException {
        try (Connection connection = database.getConnection(); Statement session = connection.createStatement()) {
            session.execute("SET plan_cache_mode = " + mode);
            session.execute("PREPARE planned " + statement);
            List<String> plan = new ArrayList<>();
            try (ResultSet lines = session.executeQuery(
                    "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) EXECUTE planned (" + String.join(", ", values)
                            + ")")) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            session.execute("DEALLOCATE planned");
            session.execute("RESET plan_cache_mode");
            return String.join("\n", plan);
        }
    }
}
