package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What became of the rows of one table of the older system.
 *
 * @param outcomes each row is among one
 * @param repairs of the rows that were taken over or changed in this run; a row may be among several
 */
public record TableReport(Map<Outcome, Rows> outcomes, Map<Repair, Rows> repairs) {

    /** Copies the rows. */
    public TableReport {
        outcomes = Map.copyOf(outcomes);
        repairs = Map.copyOf(repairs);
    }

    /** The rows with that outcome. */
    public Rows of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, Rows.NONE);
    }

    /** The rows that needed that repair. */
    public Rows of(Repair repair) {
        return repairs.getOrDefault(repair, Rows.NONE);
    }

    /** How many rows there are. */
    public long found() {
        return count(outcomes.values());
    }

    JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("found", JsonNumber.of(found()));
        Stream.of(Outcome.values())
                .filter(outcome -> !outcome.isKeptBack())
                .forEach(outcome -> members.put(name(outcome), JsonNumber.of(of(outcome).count())));
        Map<Outcome, Rows> keptBack = new TreeMap<>(outcomes);
        keptBack.keySet().removeIf(outcome -> !outcome.isKeptBack());
        members.put("kept_back", json(keptBack));
        members.put("repaired", json(repairs));
        return new JsonObject(members);
    }

    private static <K extends Enum<K>> JsonObject json(Map<K, Rows> rows) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        new TreeMap<>(rows).forEach((key, some) -> members.put(name(key), some.json()));
        return new JsonObject(members);
    }

    private static String name(Enum<?> key) {
        return key.name().toLowerCase(Locale.ROOT);
    }

    private static long count(Collection<Rows> rows) {
        return rows.stream().mapToLong(Rows::count).sum();
    }
}
