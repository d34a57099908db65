package dev.scripta.adapters.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A pool on a database of its own with our schema, as long as the tests of a class run. */
final class OwnPool extends HikariDataSource implements BeforeAllCallback, AfterAllCallback {

    private final List<String> defaults;

    /** With so many connections; {@code defaults} such as {@code SET timezone = 'UTC'} are the database's. */
    OwnPool(int connections, String... defaults) {
        this.defaults = List.of(defaults);
        setMaximumPoolSize(connections);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        setDataSource(TestServer.plain(TestServer.migratedDatabase(defaults.toArray(String[]::new))));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }
}
