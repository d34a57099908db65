package dev.scripta.core.tck;

import dev.scripta.core.port.AccountRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of accounts over a broken twin. Run by {@link ContractCatchesBrokenAdaptersTest}, never by itself. */
@ExtendWith(Suspect.class)
final class SuspectAccounts extends AccountRepositoryContract {

    static final String RIGHT = "nothing is wrong";

    static final List<Broken<Function<AccountStore, AccountRepository>>> ALL =
            Stream.of(BrokenAccounts.ALL, BrokenAccountCalls.ALL).flatMap(List::stream).toList();

    private final AccountRepository repository;
    private final AccountRepository other;

    SuspectAccounts(String name) {
        AccountStore store = new AccountStore();
        Function<AccountStore, AccountRepository> twin = name.equals(RIGHT)
                ? PlainAccounts::new
                : Broken.byName(ALL).get(name).twin();
        repository = twin.apply(store);
        other = twin.apply(store);
    }

    @Override
    public AccountRepository repository() {
        return repository;
    }

    @Override
    public Optional<AccountRepository> anotherInstance() {
        return Optional.of(other);
    }
}
