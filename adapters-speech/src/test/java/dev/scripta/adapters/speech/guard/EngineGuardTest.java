package dev.scripta.adapters.speech.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.usecase.Backoff;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class EngineGuardTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration STATED = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final int MANY = 1_000;

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Duration> patience = new ArrayList<>();
    private final Deque<ScriptaException> failures = new ArrayDeque<>();

    @Test
    void an_answer_is_handed_out_and_nothing_waits() throws Exception {
        assertEquals("answer", guard(3, MANY, NEVER).call(PATIENCE, this::engine));
        assertEquals(1, calls.get());
        assertEquals(List.of(PATIENCE), patience);
        assertEquals(List.of(), ticker.pauses());
    }

    @Test
    void what_was_not_sent_is_sent_again_after_a_wait_by_chance_that_may_double() throws Exception {
        failures.add(failed(true).after(Duration.ZERO));
        failures.add(failed(true).after(Duration.ZERO));
        assertEquals("answer", guard(3, MANY, NEVER).call(PATIENCE, this::engine));
        assertEquals(3, calls.get());
        assertWithin(1, 100, ticker.pauses().get(0));
        assertWithin(1, 200, ticker.pauses().get(1));
    }

    @Test
    void rivals_do_not_wait_equally_long() throws Exception {
        EngineGuard guard = guard(2, MANY, NEVER);
        for (int rival = 0; rival < 50; rival++) {
            failures.add(failed(true).after(STATED));
            assertEquals("answer", guard.call(PATIENCE, this::engine));
        }
        assertTrue(ticker.pauses().stream().distinct().count() > 10, ticker.pauses()::toString);
        ticker.pauses().forEach(pause -> assertWithin(20_001, 20_100, pause));
    }

    @Test
    void a_call_that_is_made_again_gets_the_time_that_is_left() throws Exception {
        failures.add(failed(true).after(STATED));
        guard(3, MANY, NEVER).call(PATIENCE, this::engine);
        assertEquals(List.of(PATIENCE, PATIENCE.minus(ticker.pauses().get(0))), patience);
    }

    @Test
    void a_stated_time_beyond_the_patience_is_handed_out() {
        TranscriptionFailedException failure = failed(true).after(PATIENCE);
        assertHandedOut(failure, 1);
        assertEquals(Optional.of(PATIENCE), failure.retryAfter());
    }

    @Test
    void a_stated_time_without_end_is_handed_out() {
        assertHandedOut(failed(true).after(Duration.ofSeconds(Long.MAX_VALUE)), 1);
    }

    @Test
    void a_failure_without_a_time_is_handed_out() {
        assertHandedOut(failed(true), 1);
    }

    @Test
    void a_failure_whose_outcome_is_unknown_is_handed_out() {
        assertHandedOut(failed(true).after(STATED).withOutcomeUnknown(), 1);
    }

    @Test
    void a_failure_that_repeating_cannot_help_is_handed_out() {
        assertHandedOut(failed(false).after(STATED), 1);
    }

    @Test
    void a_refused_recording_is_handed_out() {
        assertHandedOut(new RecordingRefusedException(Reason.UNREADABLE, "no"), 1);
    }

    @Test
    void the_last_attempt_hands_out_its_failure() {
        failures.add(failed(true).after(Duration.ZERO));
        failures.add(failed(true).after(Duration.ZERO));
        assertHandedOut(failed(true).after(Duration.ZERO), 3);
    }

    @Test
    void an_engine_that_failed_so_often_in_a_row_is_left_alone_for_the_rest() throws Exception {
        EngineGuard guard = guard(1, 3, NEVER);
        failing(guard, 2, failed(true));
        guard.call(PATIENCE, this::engine);
        failing(guard, 2, failed(true));
        assertFalse(guard.isOpen(), "an answer came between");
        failing(guard, 1, failed(true));
        assertTrue(guard.isOpen());
        ticker.pass(Duration.ofHours(1));
        ScriptaException refusal = assertThrows(TranscriptionFailedException.class,
                () -> guard.call(PATIENCE, this::engine));
        assertEquals(6, calls.get());
        assertEquals(Optional.of(NEVER.minusHours(1)), refusal.retryAfter());
        assertTrue(refusal.retryable());
        assertFalse(refusal.outcomeUnknown());
        assertTrue(refusal.detail().endsWith("failed: out of order"), refusal::detail);
        assertEquals(List.of(), ticker.pauses(), "nobody waits longer than the patience");
    }

    @Test
    void who_has_the_patience_waits_for_the_end_of_the_rest() throws Exception {
        EngineGuard guard = guard(2, 1, STATED);
        failing(guard, 1, failed(true));
        assertThrows(TranscriptionFailedException.class, () -> guard.call(PATIENCE, this::engine));
        assertEquals(1, calls.get(), "the library's clock is the machine's: it still rests");
        assertWithin(20_001, 20_100, ticker.pauses().get(0));
    }

    @Test
    void what_is_not_the_engines_fault_leaves_it_called() {
        EngineGuard guard = guard(1, 1, NEVER);
        failing(guard, 1, new RecordingRefusedException(Reason.UNREADABLE, "no"));
        failing(guard, 1, failed(false));
        failing(guard, 1, failed(true).after(STATED));
        failures.clear();
        assertThrows(InterruptedException.class, () -> guard.call(PATIENCE, left -> {
            throw new InterruptedException();
        }));
        assertFalse(guard.isOpen());
    }

    @Test
    void after_the_rest_one_call_finds_out_and_the_others_fail_at_once() throws Exception {
        EngineGuard guard = guard(1, 1, SOON);
        failing(guard, 1, failed(true));
        awaitProbing(guard);
        assertEquals("answer", guard.call(PATIENCE, left -> {
            ScriptaException other = assertThrows(TranscriptionFailedException.class,
                    () -> guard.call(PATIENCE, this::engine));
            assertEquals(Optional.of(SOON), other.retryAfter());
            return engine(left);
        }));
        assertEquals("answer", guard.call(PATIENCE, this::engine));
        assertEquals(3, calls.get());
    }

    @Test
    void a_probe_that_is_interrupted_says_nothing() throws Exception {
        EngineGuard guard = guard(1, 1, SOON);
        failing(guard, 1, failed(true));
        awaitProbing(guard);
        AtomicInteger probes = new AtomicInteger();
        assertThrows(InterruptedException.class, () -> guard.call(PATIENCE, left -> {
            probes.incrementAndGet();
            throw new InterruptedException();
        }));
        awaitProbing(guard);
        // Only who is half open lets one alone through.
        guard.call(PATIENCE, left -> {
            assertThrows(TranscriptionFailedException.class, () -> guard.call(PATIENCE, this::engine));
            return probes.incrementAndGet();
        });
        assertEquals(2, probes.get());
    }

    /** Calls under way when the breaker opens fail after it: their failures are old news once an answer has come. */
    @Test
    void failures_of_before_the_rest_do_not_count_after_it() throws Exception {
        EngineGuard guard = guard(1, 2, SOON);
        assertThrows(TranscriptionFailedException.class, () -> guard.call(PATIENCE, left -> {
            failing(guard, 2, failed(true));
            throw failed(true);
        }));
        awaitProbing(guard);
        guard.call(PATIENCE, this::engine);
        failing(guard, 1, failed(true));
        assertFalse(guard.isOpen());
    }

    @Test
    void no_more_calls_are_under_way_than_allowed_and_all_get_their_turn() throws Exception {
        EngineGuard guard = guard(1, MANY, NEVER);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(2);
        List<Callable<String>> rivals = new ArrayList<>();
        for (int rival = 0; rival < 50; rival++) {
            rivals.add(() -> guard.call(PATIENCE, left -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                full.countDown();
                full.await();
                calls.incrementAndGet();
                underWay.decrementAndGet();
                return "answer";
            }));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : threads.invokeAll(rivals)) {
                assertEquals("answer", answer.get());
            }
        }
        assertEquals(2, most.get());
        assertEquals(50, calls.get());
    }

    @Test
    void who_waits_for_a_place_longer_than_the_patience_fails_and_was_not_sent() throws Exception {
        EngineGuard guard = guard(3, MANY, STATED);
        Semaphore busy = new Semaphore(0);
        Semaphore started = new Semaphore(0);
        List<Future<String>> holders = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int place = 0; place < 2; place++) {
                holders.add(threads.submit(() -> guard.call(PATIENCE, left -> {
                    started.release();
                    busy.acquire();
                    return "answer";
                })));
            }
            started.acquire(2);
            TranscriptionFailedException failure = assertThrows(TranscriptionFailedException.class,
                    () -> guard.call(SOON, this::engine));
            assertTrue(failure.retryable());
            assertEquals(Optional.of(STATED), failure.retryAfter());
            busy.release(2);
            for (Future<String> holder : holders) {
                assertEquals("answer", holder.get());
            }
        }
        assertEquals(0, calls.get());
        assertEquals("answer", guard.call(PATIENCE, this::engine), "nobody kept a place");
    }

    @Test
    void who_is_interrupted_while_waiting_for_a_place_takes_none() throws Exception {
        EngineGuard guard = guard(3, MANY, STATED);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> guard.call(PATIENCE, this::engine));
        guard.call(PATIENCE, left -> guard.call(PATIENCE, this::engine));
        assertEquals(1, calls.get());
    }

    @Test
    void an_analysers_guard_fails_as_an_analysis() {
        EngineGuard guard = EngineGuard.ofAnalysis(new GuardSettings(2, 1, BACKOFF, 1, NEVER), ticker, new Random(1));
        failing(guard, 1, new AnalysisFailedException("out of order", true));
        assertThrows(AnalysisFailedException.class, () -> guard.call(PATIENCE, this::engine));
        assertEquals(1, calls.get());
    }

    @Test
    void settings_are_checked_at_birth() {
        assertThrows(IllegalArgumentException.class, () -> GuardSettings.defaults().withParallel(0));
        assertThrows(IllegalArgumentException.class, () -> new GuardSettings(1, 0, BACKOFF, 1, SOON));
        assertThrows(IllegalArgumentException.class, () -> new GuardSettings(1, 1, BACKOFF, 0, SOON));
        assertThrows(IllegalArgumentException.class, () -> new GuardSettings(1, 1, BACKOFF, 1, Duration.ZERO));
        assertEquals(7, GuardSettings.defaults().withParallel(7).parallel());
    }

    private String engine(Duration left) {
        calls.incrementAndGet();
        patience.add(left);
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        return "answer";
    }

    private EngineGuard guard(int attempts, int inARow, Duration rest) {
        return EngineGuard.ofTranscription(new GuardSettings(2, attempts, BACKOFF, inARow, rest), ticker, new Random(
                1));
    }

    private void assertHandedOut(ScriptaException failure, int afterCalls) {
        failures.add(failure);
        assertSame(failure, assertThrows(ScriptaException.class,
                () -> guard(3, MANY, NEVER).call(PATIENCE, this::engine)));
        assertEquals(afterCalls, calls.get());
        assertEquals(afterCalls - 1, ticker.pauses().size());
    }

    private void failing(EngineGuard guard, int times, ScriptaException failure) {
        for (int call = 0; call < times; call++) {
            failures.add(failure);
            assertSame(failure, assertThrows(ScriptaException.class, () -> guard.call(PATIENCE, this::engine)));
        }
    }

    private static TranscriptionFailedException failed(boolean retryable) {
        return new TranscriptionFailedException("out of order", retryable);
    }

    private static void awaitProbing(EngineGuard guard) {
        while (guard.isOpen()) {
            Thread.onSpinWait();
        }
    }

    private static void assertWithin(long fromMillis, long toMillis, Duration pause) {
        assertTrue(pause.toMillis() >= fromMillis && pause.toMillis() <= toMillis, pause::toString);
    }
}
