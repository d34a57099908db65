package dev.scripta.adapters.http;

import dev.scripta.adapters.http.account.SignIn;
import dev.scripta.adapters.http.account.SignInSettings;
import dev.scripta.adapters.http.account.SigningSecrets;
import dev.scripta.core.memory.InMemoryAccountRepository;
import dev.scripta.core.usecase.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** Sign-in as it is served, to accounts that nothing keeps. */
final class SignInInMemory {

    private SignInInMemory() {}

    static SignIn at(Clock clock) {
        return with("a secret of these tests, and of nothing else", clock);
    }

    static SignIn with(String secret, Clock clock) {
        return new SignIn(new Accounts(new InMemoryAccountRepository(), clock),
                new SignInSettings(new SigningSecrets(secret, Optional.empty()), Duration.ofDays(7), true, false),
                clock,
                new Random(1));
    }
}
