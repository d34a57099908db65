package dev.scripta.core.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * P05: what several threads see of one conversation can be explained by one order of their calls that respects real time
 * (Herlihy and Wing 1990; the search is Wing and Gong's, with Lowe's memory of what was tried).
 */
final class LinearizabilityTest {

    private static final ConversationKey KEY = new ConversationKey(OwnerId.LOCAL, new SessionId("s"));
    private static final int THREADS = 4;
    private static final int EACH = 5;

    /** A call, when it began and ended, and what it answered: the outcome of a save, the head in any case. */
    private record Call(long begun, long ended, Optional<SaveRequest> save, Optional<SaveOutcome> outcome,
            Optional<Head> head) {

        Optional<Register> explainedAfter(Register before) {
            Register.After after = save.map(before::save)
                    .orElse(new Register.After(SaveOutcome.UNCHANGED, before));
            boolean sameOutcome = outcome.map(after.outcome()::equals).orElse(true);
            Register seen = head.map(there -> new Register(there.revision(), there.order().value(),
                    Optional.of(there.fingerprint()))).orElse(Register.EMPTY);
            return sameOutcome && seen.equals(after.register()) ? Optional.of(seen) : Optional.empty();
        }
    }

    private record Tried(Set<Call> done, Register register) {}

    @Test
    void histories_of_several_threads_are_linearizable() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        int overlaps = 0;
        try {
            for (long seed = 0; seed < 500; seed++) {
                List<Call> history = history(threads, seed);
                assertTrue(isLinearizable(history), "seed " + seed + ": " + history);
                overlaps += overlaps(history);
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(500 * THREADS * EACH, overlaps, "every call meets others");
    }

    @Test
    void lost_update_is_no_linearizable_history() {
        SaveRequest first = request("A", 1);
        SaveRequest second = request("B", 2);
        Head afterFirst = new Head(new ConversationId(1), 1, first.order(),
                first.content().fingerprint());
        Call created = new Call(1, 4, Optional.of(first), Optional.of(SaveOutcome.CREATED), Optional.of(afterFirst));
        Head afterSecond = new Head(afterFirst.id(), 1, second.order(), second.content().fingerprint());
        Call createdToo = new Call(2, 3, Optional.of(second), Optional.of(SaveOutcome.CREATED),
                Optional.of(afterSecond));
        assertTrue(isLinearizable(List.of(created)));
        assertFalse(isLinearizable(List.of(created, createdToo)));
    }

    @Test
    void read_of_the_past_is_no_linearizable_history() {
        SaveRequest first = request("A", 1);
        Head head = new Head(new ConversationId(1), 1, first.order(),
                first.content().fingerprint());
        Call save = new Call(1, 2, Optional.of(first), Optional.of(SaveOutcome.CREATED), Optional.of(head));
        assertFalse(isLinearizable(List.of(save, new Call(3, 4, Optional.empty(), Optional.empty(),
                Optional.empty()))));
        assertTrue(isLinearizable(List.of(save, new Call(1, 4, Optional.empty(), Optional.empty(),
                Optional.empty()))));
    }

    private static List<Call> history(ExecutorService threads, long seed) throws Exception {
        ConversationRepository repository = new InMemoryConversationRepository();
        AtomicLong time = new AtomicLong();
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Callable<List<Call>>> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            SplittableRandom random = new SplittableRandom(seed * THREADS + i);
            workers.add(() -> {
                List<Call> calls = new ArrayList<>();
                for (int j = 0; j < EACH; j++) {
                    calls.add(call(repository, time, random, together));
                }
                return calls;
            });
        }
        List<Call> history = new ArrayList<>();
        for (Future<List<Call>> calls : threads.invokeAll(workers)) {
            history.addAll(calls.get());
        }
        return history;
    }

    private static Call call(ConversationRepository repository, AtomicLong time, SplittableRandom random,
            CyclicBarrier together) throws Exception {
        SaveRequest plain = request(String.valueOf((char) ('A' + random.nextInt(3))), random.nextInt(6));
        int kind = random.nextInt(4);
        long begun = time.incrementAndGet();
        together.await(30, TimeUnit.SECONDS);
        if (kind == 0) {
            Optional<Head> head = repository.head(KEY);
            return new Call(begun, time.incrementAndGet(), Optional.empty(), Optional.empty(), head);
        }
        SaveRequest request = kind == 1 ? plain.expecting(random.nextInt(4)) : plain;
        SaveResult result = repository.save(request);
        return new Call(begun, time.incrementAndGet(), Optional.of(request), Optional.of(result.outcome()),
                result.head());
    }

    private static SaveRequest request(String words, long order) {
        return SaveRequest.of(KEY, new Content(Transcript.of(words), Analysis.NONE), new Order(order), Instant.EPOCH);
    }

    private static int overlaps(List<Call> history) {
        return (int) history.stream()
                .filter(one -> history.stream()
                        .anyMatch(other -> !other.equals(one) && other.begun() < one.ended() && one.begun() < other
                                .ended()))
                .count();
    }

    private static boolean isLinearizable(List<Call> history) {
        return isExplained(Set.copyOf(history), new HashSet<>(), Register.EMPTY, new HashSet<>());
    }

    private static boolean isExplained(Set<Call> all, Set<Call> done, Register register, Set<Tried> tried) {
        if (done.size() == all.size()) {
            return true;
        }
        if (!tried.add(new Tried(Set.copyOf(done), register))) {
            return false;
        }
        long firstEnd = all.stream().filter(call -> !done.contains(call)).mapToLong(Call::ended).min().orElseThrow();
        for (Call next : all) {
            if (!done.contains(next) && next.begun() < firstEnd) {
                Optional<Register> after = next.explainedAfter(register);
                if (after.isPresent()) {
                    done.add(next);
                    if (isExplained(all, done, after.get(), tried)) {
                        return true;
                    }
                    done.remove(next);
                }
            }
        }
        return false;
    }
}
