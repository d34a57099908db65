package dev.scripta.adapters.http.account;

import java.time.Duration;
import java.util.Objects;

/**
 * How often people may try to sign in and to sign up, and do what costs. Log-ins that succeed do not count.
 *
 * @param logInAddress wrong log-ins with one address, wherever they come from
 * @param logInNetwork wrong log-ins from one network address
 * @param signUpAddress sign-ups with one address
 * @param signUpNetwork sign-ups from one network address
 * @param guestNetwork uploads and saves of people who did not sign in, from one network address
 * @param passwordChange other passwords for one account
 */
public record SignInLimits(Allowance logInAddress, Allowance logInNetwork, Allowance signUpAddress,
        Allowance signUpNetwork, Allowance guestNetwork, Allowance passwordChange) {

    /**
     * Nobody who mistypes meets them, and behind one network address there may be a hospital: guessing one password takes
     * ten tries, then one a minute, whatever the number of machines that guess.
     */
    public static final SignInLimits DEFAULT = new SignInLimits(new Allowance(10, Duration.ofMinutes(10)),
            new Allowance(100, Duration.ofMinutes(10)), new Allowance(20, Duration.ofHours(1)),
            new Allowance(100, Duration.ofHours(1)), new Allowance(60, Duration.ofHours(1)),
            new Allowance(5, Duration.ofMinutes(50)));

    /** Checks presence. */
    public SignInLimits {
        Objects.requireNonNull(logInAddress, "logInAddress");
        Objects.requireNonNull(logInNetwork, "logInNetwork");
        Objects.requireNonNull(signUpAddress, "signUpAddress");
        Objects.requireNonNull(signUpNetwork, "signUpNetwork");
        Objects.requireNonNull(guestNetwork, "guestNetwork");
        Objects.requireNonNull(passwordChange, "passwordChange");
    }
}
