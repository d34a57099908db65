package dev.scripta.core.tck;

import dev.scripta.core.port.ConversationRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** The repository contract over a broken twin. Run by {@link ContractCatchesBrokenAdaptersTest}, never by itself. */
@ExtendWith(Suspect.class)
final class SuspectRepository extends ConversationRepositoryContract {

    static final String RIGHT = "nothing is wrong";

    static final List<Broken<Function<Store, ConversationRepository>>> ALL = Stream
            .of(BrokenSaves.ALL, BrokenReads.ALL, BrokenSearches.ALL, BrokenValues.ALL, BrokenRaces.ALL)
            .flatMap(List::stream)
            .toList();

    private final ConversationRepository repository;
    private final ConversationRepository other;

    SuspectRepository(String name) {
        Store store = new Store();
        Function<Store, ConversationRepository> twin = name.equals(RIGHT)
                ? PlainRepository::new
                : Broken.byName(ALL).get(name).twin();
        repository = twin.apply(store);
        other = twin.apply(store);
    }

    @Override
    public ConversationRepository repository() {
        return repository;
    }

    @Override
    public Optional<ConversationRepository> anotherInstance() {
        return Optional.of(other);
    }
}
