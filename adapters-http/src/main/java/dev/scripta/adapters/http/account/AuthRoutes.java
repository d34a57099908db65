package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.Messages;
import dev.scripta.adapters.http.account.AccountFields.Credentials;
import dev.scripta.adapters.http.account.AccountFields.Newcomer;
import dev.scripta.adapters.http.transport.Audit;
import dev.scripta.adapters.http.transport.RefusedException;
import dev.scripta.core.model.Account;
import dev.scripta.core.usecase.Accounts;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** {@code /api/auth}: accounts are made, and tokens are given and checked. Thread-safe. */
final class AuthRoutes {

    private final Accounts accounts;
    private final Authentication authentication;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Doors doors;
    private final Audit audit;
    private final boolean open;

    AuthRoutes(Accounts accounts, Authentication authentication, Passwords passwords, Tokens tokens, Doors doors,
            Audit audit, boolean open) {
        this.accounts = accounts;
        this.authentication = authentication;
        this.passwords = passwords;
        this.tokens = tokens;
        this.doors = doors;
        this.audit = audit;
        this.open = open;
    }

    void register(HttpRouting.Builder routing, Messages messages) {
        routing.post("/api/auth/signup", (request, response) -> signUp(request, response, messages));
        routing.post("/api/auth/login", (request, response) -> logIn(request, response, messages));
        routing.get("/api/auth/me", (request, response) -> tell(request, response, messages));
        routing.post("/api/auth/verify-token", (request, response) -> tell(request, response, messages));
        messages.problems().onlyMethods(routing, "/api/auth/signup", Method.POST);
        messages.problems().onlyMethods(routing, "/api/auth/login", Method.POST);
        messages.problems().onlyMethods(routing, "/api/auth/me", Method.GET);
        messages.problems().onlyMethods(routing, "/api/auth/verify-token", Method.POST);
    }

    private void signUp(ServerRequest request, ServerResponse response, Messages messages) {
        if (!open) {
            throw new RefusedException(403, "New accounts are not made here. Ask whoever runs this service.");
        }
        Newcomer newcomer = new AccountFields(messages.json().fields(request)).newcomer();
        doors.signUp().enter(doors.network(request), newcomer.profile().email());
        Optional<Account> account = accounts.signUp(newcomer.profile(), passwords.hash(newcomer.password())).account();
        if (account.isEmpty()) {
            audit.tell(Doors.SIGN_UP, "refused");
            throw new RefusedException(400, "Email already registered");
        }
        audit.tell(Doors.SIGN_UP, account.get().id().value(), "accepted");
        response.status(Status.CREATED_201);
        welcome(response, messages, account.get());
    }

    private void logIn(ServerRequest request, ServerResponse response, Messages messages) {
        Credentials credentials = new AccountFields(messages.json().fields(request)).credentials();
        Account account = known(credentials, doors.network(request));
        if (passwords.isOutdated(account.password())) {
            accounts.rehash(account, passwords.hash(credentials.password()));
        }
        audit.tell(Doors.SIGN_IN, account.id().value(), "accepted");
        welcome(response, messages, account);
    }

    /** Only what was wrong counts as a try: neither what was right nor what could not be told. */
    private Account known(Credentials credentials, String network) {
        doors.logIn().enter(network, credentials.email());
        boolean wrong = false;
        try {
            Optional<Account> found = accounts.find(credentials.email());
            wrong = !passwords.matches(found.map(Account::password), credentials.password());
            if (wrong) {
                throw refused(found);
            }
            return found.orElseThrow();
        } finally {
            if (!wrong) {
                doors.logIn().forgive(network, credentials.email());
            }
        }
    }

    /** A wrong password and an address that nobody has are told apart by nobody, neither by the answer nor by its time. */
    private RefusedException refused(Optional<Account> found) {
        found.ifPresentOrElse(account -> audit.tell(Doors.SIGN_IN, account.id().value(), "refused"),
                () -> audit.tell(Doors.SIGN_IN, "refused"));
        return RefusedException.unauthorized("Incorrect email or password");
    }

    private void welcome(ServerResponse response, Messages messages, Account account) {
        messages.answers().send(response, new TokenResponse(tokens.issue(account), "bearer", UserResponse.of(account)));
    }

    private void tell(ServerRequest request, ServerResponse response, Messages messages) {
        messages.answers().send(response, UserResponse.of(authentication.account(request)));
    }
}
