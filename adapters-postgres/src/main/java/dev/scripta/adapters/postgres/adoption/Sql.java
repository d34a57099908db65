package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Plain JDBC: a whole page of rows is one transaction, which is not what the client of the other tables is for. */
final class Sql {

    private Sql() {}

    /** Makes a value of a row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static boolean exists(Connection connection, String sql, Object... values) throws SQLException {
        return !query(connection, row -> true, sql, values).isEmpty();
    }

    static <T> List<T> query(Connection connection, Reading<T> reading, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.of(row));
                }
            }
            return rows;
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Optional<?> absent when absent.isEmpty() -> statement.setObject(i + 1, null);
                case Optional<?> present -> statement.setObject(i + 1, present.get());
                case Instant time -> statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
                case Sha256 digest -> statement.setBytes(i + 1, HexFormat.of().parseHex(digest.hex()));
                default -> statement.setObject(i + 1, values[i]);
            }
        }
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Sha256> digest(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(bytes -> new Sha256(HexFormat.of().formatHex(bytes)));
    }
}
