package dev.scripta.core.tck;

import dev.scripta.core.memory.InMemoryAccountRepository;
import dev.scripta.core.port.AccountRepository;
import java.util.Optional;

final class InMemoryAccountRepositoryTest extends AccountRepositoryContract {

    private final AccountRepository repository = new InMemoryAccountRepository();

    @Override
    public AccountRepository repository() {
        return repository;
    }

    /** One process: every instance is this one. */
    @Override
    public Optional<AccountRepository> anotherInstance() {
        return Optional.of(repository);
    }
}
