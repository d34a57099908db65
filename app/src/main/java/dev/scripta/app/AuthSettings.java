package dev.scripta.app;

import dev.scripta.adapters.http.page.LoopbackHosts;
import java.time.Duration;
import java.util.Optional;

/**
 * Who may use the service.
 *
 * @param enabled {@code enabled}: whether people must sign in
 * @param secret {@code secret}; empty for one that is made and kept in the data directory
 * @param previous {@code previous}: the secret before; what it signed still counts
 * @param lifetime {@code lifetime} of what somebody gets who signs in
 * @param newcomers {@code signup}: whether newcomers can make accounts
 * @param guests {@code guests}: whether those who did not sign in get results
 * @param behindProxy {@code proxy}: whether a reverse proxy tells who sends requests
 */
record AuthSettings(When enabled, Optional<String> secret, Optional<String> previous, Duration lifetime,
        boolean newcomers, boolean guests, boolean behindProxy) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** When people must sign in. */
    enum When {
        /** Unless the service can be reached from its own machine alone. */
        AUTO,
        /** Always. */
        TRUE,
        /** Never. */
        FALSE
    }

    static AuthSettings from(Keys keys) {
        return new AuthSettings(keys.choice("scripta.auth.enabled", When.class), keys.optional("scripta.auth.secret"),
                keys.optional("scripta.auth.previous"), keys.time("scripta.auth.lifetime", SHORTEST),
                keys.flag("scripta.auth.signup"), keys.flag("scripta.auth.guests"), keys.flag("scripta.auth.proxy"));
    }

    /** Whether people must sign in to a service that listens on this host. */
    boolean isOn(String host) {
        return switch (enabled) {
            case AUTO -> !LoopbackHosts.isLoopback(host);
            case TRUE -> true;
            case FALSE -> false;
        };
    }

    /** Prints no secret. */
    @Override
    public String toString() {
        return "AuthSettings[" + enabled + "]";
    }
}
