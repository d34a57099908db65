package dev.scripta.app.metrics;

import dev.scripta.core.memory.InMemoryRecordingJournal;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.tck.RecordingJournalContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

class MeasuredRecordingJournalTest extends RecordingJournalContract {

    private final MovedClock clock = new MovedClock();
    private final RecordingJournal journal = new InMemoryRecordingJournal(clock);
    private final Meters meters = new Meters();

    @Override
    public RecordingJournal journal() {
        return new MeasuredRecordingJournal(journal, meters);
    }

    @Override
    public void letPass(Duration time) {
        clock.now.updateAndGet(now -> now.plus(time));
    }

    @Override
    public Optional<RecordingJournal> anotherInstance() {
        return Optional.of(journal());
    }

    private static final class MovedClock extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("UTC only");
        }
    }
}
