package dev.scripta.adapters.http.account;

import java.time.Duration;
import java.util.Objects;

/**
 * How people sign in.
 *
 * @param secrets sign the tokens
 * @param lifetime of a token, at least a second
 * @param signUp whether newcomers can make accounts
 * @param guests whether those who do not sign in get results that are not kept
 * @param behindProxy whether the last element of {@code X-Forwarded-For} tells where a request comes from; only true where a
 *            proxy of the operator's writes it, for else callers choose it themselves
 * @param limits how often may be tried
 */
public record SignInSettings(SigningSecrets secrets, Duration lifetime, boolean signUp, boolean guests,
        boolean behindProxy, SignInLimits limits) {

    /** Checks the values. */
    public SignInSettings {
        Objects.requireNonNull(secrets, "secrets");
        Objects.requireNonNull(limits, "limits");
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("the lifetime of a token must be a second or more");
        }
    }

    /** With the usual limits, and open to newcomers. */
    public SignInSettings(SigningSecrets secrets, Duration lifetime, boolean guests, boolean behindProxy) {
        this(secrets, lifetime, true, guests, behindProxy, SignInLimits.DEFAULT);
    }
}
