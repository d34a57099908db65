package dev.scripta.core.tck;

import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journal contract over a broken twin. Run by {@link ContractCatchesBrokenAdaptersTest}, never by itself. */
@ExtendWith(Suspect.class)
final class SuspectJournal extends RecordingJournalContract {

    static final String RIGHT = "nothing is wrong";

    static final List<Broken<Function<Machine, RecordingJournal>>> ALL = Stream
            .of(BrokenClaims.ALL, BrokenFences.ALL, BrokenEndings.ALL, BrokenKeeping.ALL, BrokenLooks.ALL,
                    BrokenJournalCalls.ALL)
            .flatMap(List::stream)
            .toList();

    private final JournalStore store = new JournalStore();
    private final Function<Machine, RecordingJournal> twin;
    private final RecordingJournal journal;
    private final RecordingJournal other;

    SuspectJournal(String name) {
        twin = name.equals(RIGHT) ? PlainJournal::new : Broken.byName(ALL).get(name).twin();
        journal = whereTheClockIsAhead(Duration.ZERO);
        other = whereTheClockIsAhead(Duration.ZERO);
    }

    @Override
    public RecordingJournal journal() {
        return journal;
    }

    @Override
    public void letPass(Duration time) {
        store.clock.move(time);
    }

    @Override
    public Optional<RecordingJournal> anotherInstance() {
        return Optional.of(other);
    }

    @Override
    public RecordingJournal whereTheClockIsAhead(Duration by) {
        return twin.apply(new Machine(store, by));
    }
}
