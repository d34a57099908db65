package dev.scripta.core.tck;

import dev.scripta.core.port.SaveBacklog;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** The backlog contract over a broken twin. Run by {@link ContractCatchesBrokenAdaptersTest}, never by itself. */
@ExtendWith(Suspect.class)
final class SuspectBacklog extends SaveBacklogContract {

    static final String RIGHT = "nothing is wrong";

    static final List<Broken<Function<Medium, SaveBacklog>>> ALL = Stream
            .of(BrokenBacklogs.ALL, BrokenBacklogKeeping.ALL)
            .flatMap(List::stream)
            .toList();

    private static final int PLENTY = Integer.MAX_VALUE;

    private final Function<Medium, SaveBacklog> twin;
    private final Medium medium = new Medium(PLENTY, PLENTY);
    private final SaveBacklog backlog;

    SuspectBacklog(String name) {
        twin = name.equals(RIGHT) ? PlainBacklog::new : Broken.byName(ALL).get(name).twin();
        backlog = twin.apply(medium);
    }

    @Override
    public SaveBacklog backlog() {
        return backlog;
    }

    @Override
    public SaveBacklog reopened() {
        return twin.apply(medium);
    }

    @Override
    public SaveBacklog boundedTo(int entries) {
        return twin.apply(new Medium(entries, PLENTY));
    }

    @Override
    public Optional<SaveBacklog> boundedToBytes(long bytes) {
        return Optional.of(twin.apply(new Medium(PLENTY, bytes)));
    }
}
