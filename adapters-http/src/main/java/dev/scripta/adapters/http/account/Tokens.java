package dev.scripta.adapters.http.account;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountId;
import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkKeys;
import io.helidon.security.jwt.jwk.JwkOctet;
import jakarta.json.JsonNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signed tokens (RFC 7519) by which somebody shows that they signed in. HS256 and nothing else. Thread-safe. */
final class Tokens {

    static final String ISSUER = "scripta";
    static final String AUDIENCE = "scripta";

    /** The claim that ends a token when the password changes. */
    static final String PASSWORD_REVISION = "pwd_rev";

    /** Ours have a third of it. Whatever is longer is not worth a look. */
    private static final int MAX_LENGTH = 1024;

    /** By how much the clocks of several instances may differ; nothing is granted any longer by it. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    private final SigningKey current;
    private final JwkKeys keys;
    private final Duration lifetime;
    private final Clock clock;

    Tokens(SigningSecrets secrets, Duration lifetime, Clock clock) {
        this.current = new SigningKey(secrets.current());
        JwkKeys.Builder all = JwkKeys.builder().addKey(current.jwk());
        secrets.previous().map(SigningKey::new).ifPresent(key -> all.addKey(key.jwk()));
        this.keys = all.build();
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A token for this account. */
    String issue(Account account) {
        Instant now = clock.instant();
        Jwt jwt = Jwt.builder()
                .algorithm(JwkOctet.ALG_HS256)
                .type("JWT")
                .keyId(current.id())
                .issuer(ISSUER)
                .addAudience(AUDIENCE)
                .subject(Long.toString(account.id().value()))
                .issueTime(now)
                .expirationTime(now.plus(lifetime))
                .addPayloadClaim(PASSWORD_REVISION, account.passwordRevision())
                .build();
        return SignedJwt.sign(jwt, current.jwk()).tokenContent();
    }

    /** What the token says; empty when it is none of ours or not valid now. */
    Optional<TokenClaims> verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            SignedJwt signed = SignedJwt.parseToken(token);
            // Before anything it says is looked at.
            return signed.verifySignature(keys).isValid()
                    ? Optional.of(signed.getJwt()).flatMap(this::claims)
                    : Optional.empty();
        } catch (RuntimeException notOurs) {
            // The library has many ways of saying so, and a stranger's text must not find one that is not expected.
            return Optional.empty();
        }
    }

    private Optional<TokenClaims> claims(Jwt jwt) {
        return isForUs(jwt) && isTimely(jwt)
                ? Optional.of(new TokenClaims(account(jwt), passwordRevision(jwt)))
                : Optional.empty();
    }

    /** The key's algorithm counts where a header names none: ours always name it. */
    private static boolean isForUs(Jwt jwt) {
        return jwt.algorithm().filter(JwkOctet.ALG_HS256::equals).isPresent()
                && jwt.issuer().filter(ISSUER::equals).isPresent()
                && jwt.audience().orElse(List.of()).contains(AUDIENCE);
    }

    private boolean isTimely(Jwt jwt) {
        Instant now = clock.instant();
        Instant soon = now.plus(CLOCKS_DIFFER);
        return jwt.expirationTime().filter(now::isBefore).isPresent()
                && jwt.issueTime().filter(at -> !at.isAfter(soon)).isPresent()
                && jwt.notBefore().filter(soon::isBefore).isEmpty();
    }

    private static AccountId account(Jwt jwt) {
        return new AccountId(Long.parseLong(jwt.subject().orElseThrow()));
    }

    private static long passwordRevision(Jwt jwt) {
        return jwt.payloadClaim(PASSWORD_REVISION)
                .map(JsonNumber.class::cast)
                .map(JsonNumber::longValueExact)
                .orElseThrow();
    }
}
