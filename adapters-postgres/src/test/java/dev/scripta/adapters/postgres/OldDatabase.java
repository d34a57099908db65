package dev.scripta.adapters.postgres;

import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.OwnerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** A database as the system before Scripta makes and fills it (wire contract, section 9), and Scripta beside it. */
final class OldDatabase implements AutoCloseable {

    /** When everything here is taken over. */
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    static final String TABLES = """
            CREATE TABLE paramedics (
                id serial PRIMARY KEY,
                medical_id varchar(50),
                national_id varchar(50),
                name varchar(100) NOT NULL,
                age integer,
                email varchar(100) NOT NULL,
                hashed_password varchar(255) NOT NULL,
                profile_pic_url varchar(255),
                profile_pic_data text,
                created_at timestamp without time zone,
                updated_at timestamp without time zone
            );
            CREATE UNIQUE INDEX ix_paramedics_email ON paramedics (email);
            CREATE INDEX ix_paramedics_id ON paramedics (id);
            CREATE TABLE conversations (
                id serial PRIMARY KEY,
                session_id varchar(100) NOT NULL,
                paramedic_id integer NOT NULL REFERENCES paramedics (id),
                transcript text NOT NULL,
                analysis json NOT NULL,
                created_at timestamp without time zone
            );
            CREATE UNIQUE INDEX ix_conversations_session_id ON conversations (session_id);
            CREATE INDEX ix_conversations_id ON conversations (id);
            CREATE INDEX idx_conversations_paramedic_created ON conversations (paramedic_id, created_at DESC);
            """;

    /** As the older system writes them: a salt, a colon, SHA-256 of password and salt. */
    static final String HASH = "0123456789abcdef0123456789abcdef:" + "5e".repeat(32);

    private final PGSimpleDataSource connections;
    private final PostgresDatabase scripta;

    OldDatabase() throws SQLException {
        this(TestServer.emptyDatabase());
    }

    /** In this database, whose search path begins with the schema of the older tables. */
    OldDatabase(PostgresSettings settings) throws SQLException {
        this.connections = TestServer.plain(settings);
        this.scripta = new PostgresDatabase(settings, TestServer.RANDOM);
        execute(TABLES);
    }

    PostgresDatabase scripta() {
        return scripta;
    }

    PGSimpleDataSource connections() {
        return connections;
    }

    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    void execute(String sql) throws SQLException {
        TestServer.execute(connections, sql);
    }

    /** So many users, with addresses that begin with their numbers. */
    void addUsers(int count) throws SQLException {
        execute("""
                INSERT INTO paramedics (medical_id, national_id, name, age, email, hashed_password, profile_pic_url,
                    profile_pic_data, created_at, updated_at)
                SELECT 'N/A', 'N/A', 'User ' || n, 18 + n, n || '@example.com', '%s', NULL,
                    CASE WHEN n %% 2 = 0 THEN 'data:image/jpeg;base64,' || repeat('QUJD', 1000) END,
                    timestamp '2025-01-01 08:00:00.123456' + n * interval '1 hour', timestamp '2025-02-01'
                FROM generate_series(1, %d) n
                """.formatted(HASH, count));
    }

    /** So many conversations of users 1 to {@code users} in turn, a minute apart. */
    void addConversations(int count, int users) throws SQLException {
        execute("""
                INSERT INTO conversations (session_id, paramedic_id, transcript, analysis, created_at)
                SELECT gen_random_uuid()::text, 1 + n %% %d, 'said ' || n, json_build_object('n', n),
                    timestamp '2025-03-01' + n * interval '1 minute'
                FROM generate_series(1, %d) n
                """.formatted(users, count));
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql).orElseThrow());
    }

    Optional<String> text(String sql) throws SQLException {
        return texts(sql).stream().findFirst();
    }

    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** All that is in a table, as one digest. */
    String digest(String table) throws SQLException {
        return text("SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM "
                + table + " t").orElseThrow();
    }

    static OwnerId owner(long account) {
        return new AccountId(account).owner();
    }

    @Override
    public void close() {
        scripta.close();
    }
}
