package dev.scripta.core.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How often each fault struck and each situation came about. */
final class Sightings {

    private final Map<String, Long> counts = new TreeMap<>();

    void saw(Enum<?> what) {
        counts.merge(what.name(), 1L, Long::sum);
    }

    synchronized void addAll(Sightings others) {
        others.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    synchronized long of(Enum<?> what) {
        return counts.getOrDefault(what.name(), 0L);
    }

    /** What was to be seen and never was. */
    synchronized List<String> missing() {
        return Stream.concat(Arrays.stream(Fault.values()), Arrays.stream(Sight.values()))
                .map(Enum::name)
                .filter(name -> !counts.containsKey(name))
                .toList();
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
