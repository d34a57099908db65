package dev.scripta.adapters.postgres.adoption;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A table of the older system, and how its rows become ours.
 *
 * @param <R> its rows
 */
interface OldTable<R extends OldRow> {

    /** The next rows after this number, in the order of their numbers; empty behind the last one. */
    List<R> after(Connection connection, long id, int limit) throws SQLException;

    /**
     * Takes over one row, in the transaction of its caller.
     *
     * @throws IllegalArgumentException when it cannot be understood; nothing is written then
     */
    Outcome adopt(Connection connection, R row, Repairs repairs) throws SQLException;
}
