package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.transport.Audit;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;

/** Where people sign up and sign in, each with limits of its own. Thread-safe. */
final class Doors {

    static final String SIGN_UP = "sign-up";
    static final String SIGN_IN = "sign-in";

    private final Door signUp;
    private final Door logIn;
    private final Networks networks;

    Doors(SignInLimits limits, Networks networks, Clock clock, Audit audit) {
        this.signUp = new Door(SIGN_UP, limits.signUpNetwork(), limits.signUpAddress(), clock, audit);
        this.logIn = new Door(SIGN_IN, limits.logInNetwork(), limits.logInAddress(), clock, audit);
        this.networks = networks;
    }

    Door signUp() {
        return signUp;
    }

    Door logIn() {
        return logIn;
    }

    String network(ServerRequest request) {
        return networks.of(request);
    }
}
