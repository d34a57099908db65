package dev.scripta.adapters.http.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.usecase.RecordingStatus;
import dev.scripta.core.usecase.Step;
import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a follower is told, and when. Each look takes as much time as the test says. */
class FollowerTest {

    private static final RecordingKey RECORDING = new RecordingKey(
            new ConversationKey(OwnerId.LOCAL, new SessionId("s1")), Sha256.of(new byte[0]));
    private static final RecordingStatus FAILED = RecordingStatus.failed(RECORDING, 1,
            new TranscriptionFailedException("no such model", false));

    /** Nobody waits: every look comes at once, at the time that it says. */
    private static final Rhythm RHYTHM = new Rhythm(Duration.ofMillis(200), Duration.ofNanos(1), Duration.ofNanos(1),
            Duration.ofMinutes(1), Duration.ofSeconds(15), Duration.ofMinutes(1));

    private final Time time = new Time();
    private final List<String> told = new ArrayList<>();
    private final Deque<Supplier<Optional<RecordingStatus>>> looks = new ArrayDeque<>();

    private static final class Time implements Ticker {
        private long now = 5;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void pause(Duration pause) {
            throw new UnsupportedOperationException("followers wait at their seats");
        }

        @Override
        public boolean await(Future<?> work, Duration atMost) {
            throw new UnsupportedOperationException("followers wait at their seats");
        }
    }

    private final class Told implements Follower.Sink {
        @Override
        public void tell(RecordingStatus status) {
            told.add(millis() + " " + status.step()
                    + (status.share().isPresent() ? " " + status.share().getAsDouble() : ""));
        }

        @Override
        public void keepAlive() {
            told.add(millis() + " :");
        }

        private long millis() {
            return Duration.ofNanos(time.now - 5).toMillis();
        }
    }

    private static RecordingStatus at(Step step) {
        return RecordingStatus.at(RECORDING, step, 1, OptionalDouble.empty());
    }

    private static RecordingStatus heard(double share) {
        return RecordingStatus.at(RECORDING, Step.TRANSCRIBING, 1, OptionalDouble.of(share));
    }

    /** The next look comes after so many milliseconds. */
    private void look(long after, Supplier<Optional<RecordingStatus>> seen) {
        looks.add(() -> {
            time.now += Duration.ofMillis(after).toNanos();
            return seen.get();
        });
    }

    private void look(long after, RecordingStatus seen) {
        look(after, () -> Optional.of(seen));
    }

    private void follow(RecordingStatus first, BooleanSupplier allowed) throws Exception {
        Seats seats = new Seats(1);
        try (Seats.Seat seat = seats.take(OwnerId.LOCAL)) {
            new Follower(first, () -> looks.remove().get(), new Told(), allowed, RHYTHM, time).run(seat);
        }
        assertEquals(0, looks.size());
    }

    @Test
    void a_final_status_is_told_and_nothing_more() throws Exception {
        follow(FAILED, () -> true);
        assertEquals(List.of("0 FAILED"), told);
    }

    @Test
    void a_stage_is_told_at_once_and_progress_at_most_five_times_a_second() throws Exception {
        look(10, heard(0.1));
        look(100, heard(0.2));
        look(95, heard(0.3));
        look(10, heard(0.3));
        look(10, at(Step.ANALYSING));
        look(10, at(Step.ANALYSING));
        look(10, at(Step.SAVING));
        look(10, FAILED);
        follow(at(Step.TRANSCRIBING), () -> true);
        assertEquals(List.of("0 TRANSCRIBING", "205 TRANSCRIBING 0.3", "225 ANALYSING", "245 SAVING", "255 FAILED"),
                told);
    }

    @Test
    void silence_is_broken_by_a_comment_and_counted_from_the_last_word() throws Exception {
        look(14_999, at(Step.RECEIVED));
        look(1, at(Step.RECEIVED));
        look(10_000, at(Step.TRANSCRIBING));
        look(10_000, at(Step.TRANSCRIBING));
        look(5_000, at(Step.TRANSCRIBING));
        look(0, FAILED);
        follow(at(Step.RECEIVED), () -> true);
        assertEquals(List.of("0 RECEIVED", "15000 :", "25000 TRANSCRIBING", "40000 :", "40000 FAILED"), told);
    }

    @Test
    void another_attempt_and_another_reason_are_news() throws Exception {
        RecordingStatus busy = RecordingStatus.failed(RECORDING, 1, new TranscriptionFailedException("busy", true));
        look(10, busy);
        look(10, RecordingStatus.failed(RECORDING, 1, new TranscriptionFailedException("busy", true)));
        look(10, RecordingStatus.failed(RECORDING, 2, new TranscriptionFailedException("busy", true)));
        look(10, RecordingStatus.failed(RECORDING, 2, new TranscriptionFailedException("away", true)));
        look(10, FAILED);
        follow(busy, () -> true);
        assertEquals(List.of("0 WAITING", "30 WAITING", "40 WAITING", "50 FAILED"), told);
    }

    @Test
    void a_store_that_is_away_for_a_while_ends_nothing() throws Exception {
        look(10, () -> {
            throw new StorageFailedException("away", true);
        });
        look(10, FAILED);
        follow(at(Step.TRANSCRIBING), () -> true);
        assertEquals(List.of("0 TRANSCRIBING", "20 FAILED"), told);
    }

    @Test
    void what_nobody_knows_any_more_is_not_followed() throws Exception {
        look(10, Optional::empty);
        follow(at(Step.TRANSCRIBING), () -> true);
        assertEquals(List.of("0 TRANSCRIBING"), told);
    }

    @Test
    void each_minute_it_is_asked_whether_the_caller_may_still_know() throws Exception {
        Deque<Boolean> answers = new ArrayDeque<>(List.of(true, false));
        for (int i = 0; i < 12; i++) {
            look(10_000, at(Step.TRANSCRIBING));
        }
        follow(at(Step.TRANSCRIBING), answers::remove);
        assertEquals(0, answers.size());
        assertEquals("100000 :", told.getLast());
    }
}
