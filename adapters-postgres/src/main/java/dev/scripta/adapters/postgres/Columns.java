package dev.scripta.adapters.postgres;

import io.helidon.dbclient.DbRow;
import java.util.Optional;

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

    static Optional<String> optionalText(DbRow row, String column) {
        return Optional.ofNullable(row.column(column).get(String.class));
    }
}
