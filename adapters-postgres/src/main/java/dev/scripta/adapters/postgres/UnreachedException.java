package dev.scripta.adapters.postgres;

import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;

/** There was no connection because none could be made: not because all were in use. */
final class UnreachedException extends DbClientException {

    private static final long serialVersionUID = 1L;

    UnreachedException(SQLException cause) {
        super("the database was not reached", cause);
    }
}
