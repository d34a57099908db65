package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.error.StorageFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Takes accounts and conversations over from the tables that the older system made in the same database, and notes which.
 * Those tables are read and never changed. A row and its note are written in one transaction, so that a run that is cut off
 * is finished by the next one, and runs at once do no harm. Thread-safe.
 */
public final class Adoption {

    /** Rows a transaction: enough that commits do not count, few enough that nobody waits for one. */
    private static final int PAGE = 100;

    /** SQLSTATE of an undefined table and an undefined column. */
    private static final Set<String> UNDEFINED = Set.of("42P01", "42703");

    private final DataSource connections;
    private final Clock clock;

    /** The adoption within this database, which has Scripta's tables. */
    public Adoption(DataSource connections, Clock clock) {
        this.connections = Objects.requireNonNull(connections, "connections");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Takes over what was not taken over before, accounts first: conversations need their owners.
     *
     * @throws StorageFailedException when there are no such tables
     * @throws SQLException when the database fails; what was committed until then stays
     */
    public AdoptionReport run() throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            OldAccounts accounts = new OldAccounts(clock);
            OldConversations conversations = new OldConversations(clock);
            require(connection, accounts);
            require(connection, conversations);
            return new AdoptionReport(adopt(connection, accounts), adopt(connection, conversations));
        }
    }

    private static void require(Connection connection, OldTable<?> table) throws SQLException {
        try {
            table.after(connection, Long.MAX_VALUE, 1);
        } catch (SQLException e) {
            if (UNDEFINED.contains(String.valueOf(e.getSQLState()))) {
                throw new StorageFailedException("There is nothing to adopt: the tables paramedics and conversations, "
                        + "with the columns they are known to have, are not in the search path of this database.",
                        false,
                        e);
            }
            throw e;
        }
    }

    private static <R extends OldRow> TableReport adopt(Connection connection, OldTable<R> table) throws SQLException {
        Tally tally = new Tally();
        List<R> page = table.after(connection, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (R row : page) {
                adopt(connection, table, row, tally);
            }
            connection.commit();
            page = table.after(connection, page.getLast().id(), PAGE);
        }
        connection.commit();
        return tally.report();
    }

    private static <R extends OldRow> void adopt(Connection connection, OldTable<R> table, R row, Tally tally)
            throws SQLException {
        Repairs repairs = new Repairs();
        try {
            tally.count(row.id(), table.adopt(connection, row, repairs), repairs);
        } catch (IllegalArgumentException refused) {
            tally.count(row.id(), Outcome.UNUSABLE, repairs);
        }
    }
}
