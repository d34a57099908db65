package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.Caller;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.usecase.Accounts;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Tells whose token a request carries. Thread-safe. */
final class Authentication {

    private final Accounts accounts;
    private final Tokens tokens;
    private final boolean guests;

    Authentication(Accounts accounts, Tokens tokens, boolean guests) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.guests = guests;
    }

    /**
     * The account whose token it is.
     *
     * @throws dev.scripta.adapters.http.transport.RefusedException 401 or 403 when there is none
     */
    Account account(ServerRequest request) {
        return account(claims(BearerToken.of(request).orElseThrow(BearerToken::missing)));
    }

    /** The caller; empty for a guest. */
    Optional<Caller> orGuest(ServerRequest request) {
        Optional<String> token = BearerToken.of(request);
        if (token.isEmpty() && !guests) {
            throw BearerToken.missing();
        }
        return token.map(this::claims).map(this::caller);
    }

    static Caller caller(AccountId account) {
        return new Caller(account.owner(), account.value());
    }

    /** While the store is away, what was signed here is believed: what somebody says now must not be lost. */
    private Caller caller(TokenClaims claims) {
        try {
            return caller(account(claims).id());
        } catch (StorageFailedException away) {
            return caller(claims.account());
        }
    }

    private TokenClaims claims(String token) {
        return tokens.verify(token).orElseThrow(BearerToken::notValid);
    }

    private Account account(TokenClaims claims) {
        return accounts.find(claims.account())
                .filter(account -> account.passwordRevision() == claims.passwordRevision())
                .orElseThrow(BearerToken::notValid);
    }
}
