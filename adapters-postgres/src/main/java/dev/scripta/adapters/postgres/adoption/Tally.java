package dev.scripta.adapters.postgres.adoption;

import java.util.EnumMap;
import java.util.Map;

/** Counts what becomes of the rows of one table. Not thread-safe. */
final class Tally {

    private final Map<Outcome, Rows> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Repair, Rows> repairs = new EnumMap<>(Repair.class);

    void count(long id, Outcome outcome, Repairs made) {
        add(outcomes, outcome, id);
        if (outcome == Outcome.ADOPTED || outcome == Outcome.UPDATED) {
            made.made().forEach(repair -> add(repairs, repair, id));
        }
    }

    private static <K> void add(Map<K, Rows> rows, K key, long id) {
        rows.put(key, rows.getOrDefault(key, Rows.NONE).and(id));
    }

    TableReport report() {
        return new TableReport(outcomes, repairs);
    }
}
