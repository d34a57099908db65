package dev.scripta.core.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WorkBoardTest {

    private static final RecordingKey MORNING = new RecordingKey(Studio.KEY, Studio.MORNING_RECORDING.digest());
    private static final RecordingKey EVENING = new RecordingKey(Studio.KEY, Studio.EVENING_RECORDING.digest());

    private final WorkBoard board = new WorkBoard();
    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void what_is_done_is_shown_until_it_is_cleared() {
        assertEquals(Optional.empty(), board.of(MORNING));
        board.show(MORNING, Step.ANALYSING, 2);
        assertEquals(Optional.of(RecordingStatus.at(MORNING, Step.ANALYSING, 2, OptionalDouble.empty())), board.of(
                MORNING));
        assertEquals(Optional.empty(), board.of(EVENING));
        board.clear(MORNING);
        assertEquals(Optional.empty(), board.of(MORNING));
    }

    @Test
    void progress_of_recognition_is_shown() {
        board.show(MORNING, Step.TRANSCRIBING, 1);
        board.recognition(MORNING, 1).reached(0.25);
        assertEquals(Optional.of(RecordingStatus.at(MORNING, Step.TRANSCRIBING, 1, OptionalDouble.of(0.25))), board
                .of(MORNING));
    }

    @Test
    void what_an_engine_tells_late_is_not_shown() {
        Progress late = board.recognition(MORNING, 1);
        late.reached(0.25);
        assertEquals(Optional.empty(), board.of(MORNING), "cleared");
        for (RecordingStatus further : List.of(RecordingStatus.at(MORNING, Step.ANALYSING, 1, OptionalDouble.empty()),
                RecordingStatus.at(MORNING, Step.TRANSCRIBING, 2, OptionalDouble.empty()))) {
            board.show(MORNING, further.step(), further.attempts());
            WorkBoard.Watch watch = board.watch(MORNING, changes::incrementAndGet);
            late.reached(0.5);
            watch.close();
            assertEquals(Optional.of(further), board.of(MORNING));
        }
        assertEquals(0, changes.get());
    }

    @Test
    void watches_hear_of_their_recording_until_they_are_closed() {
        WorkBoard.Watch watch = board.watch(MORNING, changes::incrementAndGet);
        board.show(MORNING, Step.TRANSCRIBING, 1);
        board.show(EVENING, Step.TRANSCRIBING, 1);
        board.recognition(MORNING, 1).reached(1);
        assertEquals(2, changes.get());
        board.clear(MORNING);
        board.clear(MORNING);
        assertEquals(3, changes.get(), "once cleared, nothing changes");
        watch.close();
        board.show(MORNING, Step.SAVING, 1);
        assertEquals(3, changes.get());
    }

    @Test
    void two_watches_of_the_same_are_two() {
        try (WorkBoard.Watch one = board.watch(MORNING, changes::incrementAndGet)) {
            board.watch(MORNING, changes::incrementAndGet).close();
            board.show(MORNING, Step.SAVING, 1);
            assertEquals(1, changes.get(), one::toString);
        }
    }

    /** No change is lost on those who watch both, and none is told to others. */
    @Test
    void two_threads_show_at_once() throws Exception {
        int each = 1_000;
        AtomicInteger others = new AtomicInteger();
        board.watch(MORNING, changes::incrementAndGet);
        board.watch(EVENING, others::incrementAndGet);
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (RecordingKey recording : List.of(MORNING, EVENING)) {
                work.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    for (int i = 0; i < each; i++) {
                        board.watch(recording, () -> {}).close();
                        board.show(recording, Step.TRANSCRIBING, i);
                    }
                    return true;
                }));
            }
            for (Future<?> done : work) {
                done.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(each, changes.get());
        assertEquals(each, others.get());
        assertEquals(each - 1, board.of(MORNING).orElseThrow().attempts());
    }
}
