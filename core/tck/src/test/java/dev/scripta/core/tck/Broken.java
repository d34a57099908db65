package dev.scripta.core.tck;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A broken twin: an adapter with one mistake, and the rules it must fail.
 *
 * @param name what is wrong with it
 * @param rules the ids of exactly the rules that notice
 * @param twin makes it
 */
record Broken<T>(String name, SortedSet<String> rules, T twin) {

    static <T> Broken<T> rule(String ids, String name, T twin) {
        return new Broken<>(name, new TreeSet<>(List.of(ids.split(" "))), twin);
    }

    static <T> Map<String, Broken<T>> byName(List<Broken<T>> all) {
        return all.stream().collect(Collectors.toMap(Broken::name, Function.identity()));
    }

    @Override
    public String toString() {
        return name + " breaks " + rules;
    }
}
