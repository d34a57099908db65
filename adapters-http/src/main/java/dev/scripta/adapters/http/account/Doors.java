package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.transport.Audit;
import dev.scripta.core.model.AccountId;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;

/** Where people sign up, sign in and do what else costs, each with limits of its own. Thread-safe. */
final class Doors {

    static final String SIGN_UP = "sign-up";
    static final String SIGN_IN = "sign-in";
    static final String PASSWORD_CHANGE = "password-change";

    private final Door signUp;
    private final Door logIn;
    private final Limit guests;
    private final Limit passwordChange;
    private final Networks networks;

    Doors(SignInLimits limits, Networks networks, Clock clock, Audit audit) {
        this.signUp = new Door(SIGN_UP, limits.signUpNetwork(), limits.signUpAddress(), clock, audit);
        this.logIn = new Door(SIGN_IN, limits.logInNetwork(), limits.logInAddress(), clock, audit);
        this.guests = new Limit("guest", limits.guestNetwork(), clock, audit);
        this.passwordChange = new Limit(PASSWORD_CHANGE, limits.passwordChange(), clock, audit);
        this.networks = networks;
    }

    Door signUp() {
        return signUp;
    }

    Door logIn() {
        return logIn;
    }

    /** Counted by network: who does not sign in is told apart by nothing else. */
    void enterAsGuest(ServerRequest request) {
        guests.enter(network(request));
    }

    /** Counted by account: hashing keeps everybody else waiting who signs in. */
    void enterToChangePassword(AccountId account) {
        passwordChange.enter(Long.toString(account.value()));
    }

    String network(ServerRequest request) {
        return networks.of(request);
    }
}
