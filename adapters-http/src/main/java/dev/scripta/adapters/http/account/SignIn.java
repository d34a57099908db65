package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.Caller;
import dev.scripta.adapters.http.Callers;
import dev.scripta.adapters.http.JsonBodies;
import dev.scripta.adapters.http.Messages;
import dev.scripta.adapters.http.transport.Audit;
import dev.scripta.core.usecase.Accounts;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Callers are accounts: they sign up or log in with an address and a password, get a token, and send it with each request.
 * Thread-safe.
 */
public final class SignIn implements Callers {

    /** How long a sign-in waits for its turn to have a password hashed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** In bytes: many times what the longest values take. Strangers send these bodies, and a tree takes far more than its text. */
    private static final int LARGEST_BODY = 16 << 10;

    private final Authentication authentication;
    private final Doors doors;
    private final AuthRoutes authRoutes;
    private final ProfileRoutes profileRoutes;

    /**
     * Sign-in to these accounts.
     *
     * @param accounts who may sign in
     * @param settings how
     * @param clock for tokens and limits
     * @param random makes salts; thread-safe and not to be foreseen, as {@link java.security.SecureRandom} is
     */
    public SignIn(Accounts accounts, SignInSettings settings, Clock clock, RandomGenerator random) {
        Objects.requireNonNull(accounts, "accounts");
        // Half of the processors are left to those who only want to be answered: hashing never yields.
        int hashesAtOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        Passwords passwords = new Passwords(random, hashesAtOnce, PATIENCE);
        Tokens tokens = new Tokens(settings.secrets(), settings.lifetime(), clock);
        Audit audit = new Audit();
        this.authentication = new Authentication(accounts, tokens, settings.guests());
        this.doors = new Doors(settings.limits(), new Networks(settings.behindProxy()), clock, audit);
        this.authRoutes = new AuthRoutes(accounts, authentication, passwords, tokens, doors, audit,
                settings.signUp());
        this.profileRoutes = new ProfileRoutes(accounts, authentication, passwords, doors, audit);
    }

    @Override
    public Caller of(ServerRequest request) {
        return authentication.caller(request);
    }

    @Override
    public Optional<Caller> orGuest(ServerRequest request) {
        Optional<Caller> caller = authentication.orGuest(request);
        if (caller.isEmpty()) {
            doors.enterAsGuest(request);
        }
        return caller;
    }

    @Override
    public void register(HttpRouting.Builder routing, Messages messages) {
        Messages small = messages.with(new JsonBodies(LARGEST_BODY));
        authRoutes.register(routing, small);
        profileRoutes.register(routing, small);
    }
}
