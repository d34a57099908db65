package dev.scripta.adapters.postgres;

import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import io.helidon.dbclient.jdbc.JdbcConnectionPool;
import io.helidon.dbclient.jdbc.JdbcParametersConfig;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Hands a data source's connections to Helidon's client, each statement its own transaction. */
record PooledConnections(DataSource source) implements JdbcConnectionPool {

    /** A client on these connections. */
    static DbClient client(JdbcConnectionPool connections) {
        // Binding by streams is for other drivers; here it only copies.
        JdbcParametersConfig plainly = JdbcParametersConfig.builder()
                .useStringBinding(false)
                .useByteArrayBinding(false)
                .build();
        return JdbcClientBuilder.create().connectionPool(connections).parametersSetter(plainly).build();
    }

    @Override
    public Connection connection() {
        try {
            Connection connection = source.getConnection();
            try {
                connection.setAutoCommit(true);
                return connection;
            } catch (SQLException e) {
                // The client sets it too, but when that fails it forgets to give the connection back.
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DbClientException("no connection", e);
        }
    }

    @Override
    public String dbType() {
        return "jdbc:postgresql";
    }
}
