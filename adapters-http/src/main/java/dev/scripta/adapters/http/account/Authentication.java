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
        TokenClaims claims = signedIn(request);
        return accounts.find(claims.account())
                .filter(account -> account.passwordRevision() == claims.passwordRevision())
                .orElseThrow(BearerToken::notValid);
    }

    /**
     * The number of that account; no more of it is read than whether the token is still good.
     *
     * @throws dev.scripta.adapters.http.transport.RefusedException 401 or 403 when there is none
     */
    AccountId id(ServerRequest request) {
        return current(signedIn(request));
    }

    /** The same, as who calls. */
    Caller caller(ServerRequest request) {
        return caller(id(request));
    }

    /** The caller; empty for a guest. */
    Optional<Caller> orGuest(ServerRequest request) {
        Optional<String> token = BearerToken.of(request);
        if (token.isEmpty() && !guests) {
            throw BearerToken.missing();
        }
        return token.map(this::claims).map(this::currentOrBelieved).map(Authentication::caller);
    }

    /**
     * While the store is away, what was signed here is believed: what somebody says now must not be lost. A store that
     * answers, and wrongly, is not away.
     */
    private AccountId currentOrBelieved(TokenClaims claims) {
        try {
            return current(claims);
        } catch (StorageFailedException failure) {
            if (!failure.retryable()) {
                throw failure;
            }
            return claims.account();
        }
    }

    private AccountId current(TokenClaims claims) {
        if (!accounts.isCurrent(claims.account(), claims.passwordRevision())) {
            throw BearerToken.notValid();
        }
        return claims.account();
    }

    private static Caller caller(AccountId account) {
        return new Caller(account.owner(), account.value());
    }

    private TokenClaims signedIn(ServerRequest request) {
        return claims(BearerToken.of(request).orElseThrow(BearerToken::missing));
    }

    private TokenClaims claims(String token) {
        return tokens.verify(token).orElseThrow(BearerToken::notValid);
    }
}
