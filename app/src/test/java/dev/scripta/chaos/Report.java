package dev.scripta.chaos;

import dev.scripta.chaos.EngineCalls.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What was sent, answered, broken and paid for. Thread-safe. */
final class Report {

    /** An answer this long before a crash may not have reached its checkpoint. */
    private static final long BEFORE_MILLIS = 500;

    /**
     * A request that finds the database away has waited for it as long as the pool does (3 s), and then goes on without it
     * to its end, through both stages: its answers may come this long after the database is back.
     */
    private static final long AFTER_MILLIS = 6000;

    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Map<String, String> newest = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();

    /**
     * Something that was broken, on purpose or not.
     *
     * @param kind what was done
     * @param victims the processes whose answers it may have cost
     * @param from when it began, in milliseconds since 1970
     * @param to when it was over
     */
    record Fault(String kind, Set<Long> victims, long from, long to) {

        boolean mayHaveCost(Call call) {
            return victims.contains(call.process()) && call.millis() >= from - BEFORE_MILLIS
                    && call.millis() <= to + AFTER_MILLIS;
        }
    }

    void sent() {
        sent.incrementAndGet();
    }

    void answered(String path, int status) {
        answers.computeIfAbsent(path + " " + (status == 0 ? "no answer" : status), key -> new AtomicInteger())
                .incrementAndGet();
    }

    /** The recording that the session's conversation must hold from now on: its page sends them one after the other. */
    void acknowledged(String session, String recording) {
        newest.put(session, recording);
    }

    void broke(Fault fault) {
        faults.add(fault);
    }

    int recordings() {
        return sent.get();
    }

    Map<String, String> newestAcknowledged() {
        return Map.copyOf(newest);
    }

    /** Recordings that a stage was paid for more often than once and once more for each crash of a process that had it. */
    List<String> overpaid(List<Call> calls, String stage) {
        return byRecording(calls, stage).entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1 + mayBeLost(entry.getValue())
                        || entry.getValue().stream().filter(call -> !mayBeLost(call)).count() > 1)
                .map(entry -> entry.getValue() + " but only " + faultsNear(entry.getValue()))
                .toList();
    }

    private List<Fault> faultsNear(List<Call> calls) {
        return faults.stream().filter(fault -> calls.stream().anyMatch(fault::mayHaveCost)).toList();
    }

    private boolean mayBeLost(Call call) {
        return faults.stream().anyMatch(fault -> fault.mayHaveCost(call));
    }

    /** Each fault may cost each process one answer. */
    private long mayBeLost(List<Call> calls) {
        return faults.stream()
                .mapToLong(fault -> calls.stream().filter(fault::mayHaveCost).map(Call::process).distinct().count())
                .sum();
    }

    private static Map<String, List<Call>> byRecording(List<Call> calls, String stage) {
        return calls.stream()
                .filter(call -> call.stage().equals(stage))
                .collect(Collectors.groupingBy(Call::recording));
    }

    /** How often each kind of trouble came. */
    Map<String, Long> kinds() {
        return faults.stream().collect(Collectors.groupingBy(Fault::kind, TreeMap::new, Collectors.counting()));
    }

    String print(List<Call> calls, Map<String, Long> found) {
        StringBuilder out = new StringBuilder("recordings sent          " + sent + "\n");
        new TreeMap<>(found).forEach((what, count) -> out.append(String.format("%-24s %d%n", what, count)));
        for (String stage : List.of("speech", "analysis")) {
            Map<Integer, Long> histogram = byRecording(calls, stage).values()
                    .stream()
                    .collect(Collectors.groupingBy(List::size, TreeMap::new, Collectors.counting()));
            out.append(stage).append(" calls per recording: ").append(histogram).append('\n');
        }
        return out.append("faults   ").append(kinds()).append("\nanswers  ").append(new TreeMap<>(answers)).toString();
    }
}
