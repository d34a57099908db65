package dev.scripta.app;

import dev.scripta.adapters.http.Callers;
import dev.scripta.adapters.http.account.SignIn;
import dev.scripta.adapters.http.account.SignInLimits;
import dev.scripta.adapters.http.account.SignInSettings;
import dev.scripta.adapters.http.account.SigningSecrets;
import dev.scripta.adapters.http.page.LoopbackHosts;
import dev.scripta.core.usecase.Accounts;
import java.io.IOException;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Who may use the service, as the settings have it. */
final class ConfiguredCallers {

    private static final System.Logger LOG = System.getLogger(ConfiguredCallers.class.getName());

    private ConfiguredCallers() {}

    /** People who sign in, or everybody as the one local owner. */
    static Callers of(Settings settings, DataDirectory data, Accounts accounts, Clock clock, RandomGenerator random)
            throws IOException {
        AuthSettings auth = settings.auth();
        String host = settings.server().host();
        if (!auth.isOn(host)) {
            return Callers.local();
        }
        String secret = auth.secret().isPresent() ? auth.secret().get() : TokenSecret.in(data.folder("auth"), random);
        SigningSecrets secrets = StartupException.unlessRefused("SCRIPTA_AUTH_SECRET or SCRIPTA_AUTH_PREVIOUS",
                () -> new SigningSecrets(secret, auth.previous()));
        return new SignIn(accounts, new SignInSettings(secrets, auth.lifetime(), auth.newcomers(), auth.guests(),
                auth.behindProxy(), SignInLimits.DEFAULT),
                clock, random);
    }

    /** Tells what whoever runs a service that others can reach should know. */
    static void warn(AuthSettings auth, String host) {
        if (LoopbackHosts.isLoopback(host)) {
            return;
        }
        if (!auth.isOn(host)) {
            LOG.log(System.Logger.Level.WARNING,
                    "Nobody signs in, and the service listens on {0}: whoever can reach it "
                            + "sees and changes everything (SCRIPTA_AUTH_ENABLED).", host);
        } else if (auth.guests()) {
            LOG.log(System.Logger.Level.INFO,
                    "People who did not sign in get results, which are not kept: to keep them "
                            + "out, set SCRIPTA_AUTH_GUESTS to false.");
        }
    }
}
