package dev.scripta.core.tck;

import dev.scripta.core.memory.InMemoryRecordingJournal;
import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.Optional;

final class InMemoryRecordingJournalTest extends RecordingJournalContract {

    private final MovedClock clock = new MovedClock();
    private final RecordingJournal journal = new InMemoryRecordingJournal(clock);

    @Override
    public RecordingJournal journal() {
        return journal;
    }

    @Override
    public void letPass(Duration time) {
        clock.move(time);
    }

    /** One process: every instance is this one. */
    @Override
    public Optional<RecordingJournal> anotherInstance() {
        return Optional.of(journal);
    }
}
