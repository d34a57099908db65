package dev.scripta.adapters.http.account;

import dev.scripta.core.model.PasswordHash;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes and checks what is kept of passwords. That takes memory and time on purpose, so only a few are computed at once and
 * others wait, but not for long. Thread-safe.
 */
final class Passwords {

    /** Computed for those who have no account: by the time it takes, nobody can tell who has one. */
    private static final PasswordHash NOBODYS = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$"
            + "A".repeat(22) + "$" + "A".repeat(43));

    private final RandomGenerator random;
    private final Turns turns;

    /**
     * Computes so many hashes at once.
     *
     * @param random makes salts; thread-safe and not to be foreseen
     * @param patience how long one waits for its turn
     */
    Passwords(RandomGenerator random, int atOnce, Duration patience) {
        this.random = random;
        this.turns = new Turns(atOnce, patience, "Too many people sign in at the moment. Try again soon.");
    }

    /**
     * What is to be kept of this password.
     *
     * @throws dev.scripta.adapters.http.transport.RefusedException 503 when too many others wait
     */
    PasswordHash hash(String password) {
        return turns.take(() -> new PasswordHash(Argon2Hash.of(password, Argon2Cost.RECOMMENDED, random).text()));
    }

    /**
     * Whether it is the password of which that is kept; false, after as long, when nothing is kept.
     *
     * @throws dev.scripta.adapters.http.transport.RefusedException 503 when too many others wait
     */
    boolean matches(Optional<PasswordHash> kept, String password) {
        return turns.take(() -> kept.flatMap(hash -> SaltedSha256.parse(hash.value()))
                .map(old -> matches(old, password))
                .orElseGet(() -> matchesArgon2(kept, password)));
    }

    /** Whether the same password should be kept in another form than this. */
    boolean isOutdated(PasswordHash kept) {
        return Argon2Hash.parse(kept.value()).filter(hash -> !hash.isWeakerThan(Argon2Cost.RECOMMENDED)).isEmpty();
    }

    /** The right one is hashed again anyway, which takes the time that the wrong one must take, too. */
    private static boolean matches(SaltedSha256 old, String password) {
        return old.matches(password) || matchesArgon2(Optional.empty(), password);
    }

    private static boolean matchesArgon2(Optional<PasswordHash> kept, String password) {
        Optional<Argon2Hash> known = kept.map(PasswordHash::value).flatMap(Argon2Hash::parse);
        boolean matches = known.or(() -> Argon2Hash.parse(NOBODYS.value())).orElseThrow().matches(password);
        return matches && known.isPresent();
    }
}
