package dev.scripta.adapters.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.TranscriptionFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class StatePoolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<Utterance> WORDS = List.of(new Utterance(0, 100, " Yes"));

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void as_many_calls_go_on_at_once_as_there_are_states() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        FakeModel model = new FakeModel(3, samples -> {
            meet(together);
            return WORDS;
        });
        try (StatePool pool = new StatePool(model, 3)) {
            List<FutureTask<List<Utterance>>> calls = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                calls.add(start(pool));
            }
            for (FutureTask<List<Utterance>> call : calls) {
                assertEquals(WORDS, call.get());
            }
            assertEquals(3, model.most());
        }
    }

    @Test
    void memory_is_freed_after_the_last_call_and_once() throws Exception {
        FakeModel model = new FakeModel(2, this::waiting);
        StatePool pool = new StatePool(model, 2);
        FutureTask<List<Utterance>> call = start(pool);
        begun.await();
        FutureTask<Void> closing = new FutureTask<>(pool::close, null);
        Thread closer = Thread.ofVirtual().start(closing);
        awaitWaiting(closer);
        assertEquals(List.of("state", "state"), model.events());
        assertTrue(assertThrows(TranscriptionFailedException.class, () -> recognise(pool, PATIENCE)).retryable());
        goOn.countDown();
        closing.get();
        assertEquals(WORDS, call.get());
        pool.close();
        assertEquals(List.of("state", "state", "state closed", "state closed", "model closed"), model.events());
    }

    @Test
    void waiting_calls_are_given_up_when_it_closes() throws Exception {
        StatePool pool = new StatePool(new FakeModel(1, this::waiting), 1);
        FutureTask<List<Utterance>> first = start(pool);
        begun.await();
        FutureTask<TranscriptionFailedException> second = new FutureTask<>(
                () -> assertThrows(TranscriptionFailedException.class, () -> recognise(pool, PATIENCE)));
        awaitWaiting(Thread.ofVirtual().start(second));
        Thread closer = Thread.ofVirtual().start(pool::close);
        assertTrue(second.get().retryable());
        goOn.countDown();
        assertEquals(WORDS, first.get());
        closer.join();
    }

    @Test
    void patience_ends_in_the_queue_and_in_the_call() throws Exception {
        try (StatePool pool = new StatePool(new FakeModel(1, this::waiting), 1)) {
            TranscriptionFailedException slow = assertThrows(TranscriptionFailedException.class,
                    () -> recognise(pool, Duration.ofMillis(500)));
            begun.await();
            TranscriptionFailedException busy =
                    assertThrows(TranscriptionFailedException.class, () -> recognise(pool, Duration.ofMillis(1)));
            goOn.countDown();
            assertEquals(Optional.empty(), slow.retryAfter());
            assertEquals(Optional.of(Duration.ZERO), busy.retryAfter());
            assertTrue(slow.retryable() && busy.retryable());
            assertEquals(WORDS, recognise(pool, PATIENCE));
        }
    }

    @Test
    void interrupted_caller_leaves_at_once_and_the_state_comes_back() throws Exception {
        try (StatePool pool = new StatePool(new FakeModel(1, this::waiting), 1)) {
            FutureTask<InterruptedException> call =
                    new FutureTask<>(() -> assertThrows(InterruptedException.class, () -> recognise(pool, PATIENCE)));
            Thread caller = Thread.ofVirtual().start(call);
            begun.await();
            caller.interrupt();
            call.get();
            goOn.countDown();
            assertEquals(WORDS, recognise(pool, PATIENCE));
        }
    }

    @Test
    void failure_of_the_library_is_told_and_the_state_comes_back() throws Exception {
        try (StatePool pool = new StatePool(new FakeModel(1, samples -> {
            if (samples.length == 0) {
                throw new IllegalStateException("whisper.cpp failed with -6");
            }
            return WORDS;
        }), 1)) {
            TranscriptionFailedException failed = assertThrows(TranscriptionFailedException.class,
                    () -> pool.recognise(() -> new float[0], "", PATIENCE));
            assertFalse(failed.retryable());
            assertEquals(WORDS, recognise(pool, PATIENCE));
        }
    }

    @Test
    void of_calls_that_wait_no_audio_is_in_memory() throws Exception {
        AtomicInteger read = new AtomicInteger();
        try (StatePool pool = new StatePool(new FakeModel(1, this::waiting), 1)) {
            FutureTask<List<Utterance>> first = start(pool);
            begun.await();
            FutureTask<List<Utterance>> second = new FutureTask<>(() -> pool.recognise(() -> {
                read.incrementAndGet();
                return new float[1];
            }, "", PATIENCE));
            awaitWaiting(Thread.ofVirtual().start(second));
            assertEquals(0, read.get());
            goOn.countDown();
            assertEquals(WORDS, first.get());
            assertEquals(WORDS, second.get());
            assertEquals(1, read.get());
        }
    }

    @Test
    void audio_that_cannot_be_read_is_no_failure_of_the_library() throws Exception {
        try (StatePool pool = new StatePool(new FakeModel(1, samples -> WORDS), 1)) {
            TranscriptionFailedException failed = assertThrows(TranscriptionFailedException.class,
                    () -> pool.recognise(() -> {
                        throw new IOException("gone");
                    }, "", PATIENCE));
            assertTrue(failed.retryable());
            assertEquals("The recording could not be read at the moment.", failed.detail());
            assertEquals(WORDS, recognise(pool, PATIENCE));
        }
    }

    @Test
    void nothing_is_left_when_there_is_no_memory_for_all_states() {
        FakeModel model = new FakeModel(2, samples -> WORDS);
        assertThrows(IllegalStateException.class, () -> new StatePool(model, 3));
        assertEquals(List.of("state", "state", "state closed", "state closed", "model closed"), model.events());
    }

    private static FutureTask<List<Utterance>> start(StatePool pool) {
        FutureTask<List<Utterance>> call = new FutureTask<>(() -> recognise(pool, PATIENCE));
        Thread.ofVirtual().start(call);
        return call;
    }

    private static List<Utterance> recognise(StatePool pool, Duration patience) throws InterruptedException {
        return pool.recognise(() -> new float[1], "", patience);
    }

    /** Takes no notice of interruption, as native code. */
    private List<Utterance> waiting(float[] samples) {
        begun.countDown();
        while (goOn.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            Thread.interrupted();
        }
        return WORDS;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
