package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Sha256;
import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads columns by their type. */
final class Columns {

    private Columns() {}

    static long number(DbRow row, String column) {
        return row.column(column).get(Long.class);
    }

    static boolean flag(DbRow row, String column) {
        return row.column(column).get(Boolean.class);
    }

    static String text(DbRow row, String column) {
        return row.column(column).get(String.class);
    }

    static Sha256 digest(DbRow row, String column) {
        return new Sha256(HexFormat.of().formatHex(row.column(column).get(byte[].class)));
    }

    static Instant time(DbRow row, String column) {
        return row.column(column).get(Timestamp.class).toInstant();
    }

    static OptionalInt optionalInt(DbRow row, String column) {
        return Optional.ofNullable(row.column(column).get(Integer.class))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    static Optional<String> optionalText(DbRow row, String column) {
        return Optional.ofNullable(row.column(column).get(String.class));
    }
}
