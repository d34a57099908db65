package dev.scripta.adapters.http.account;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.transport.RefusedException;
import dev.scripta.core.model.PasswordHash;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    /** By the reference implementation: {@code argon2 somesalt -id -t 2 -m 16 -p 1}, password {@code password}. */
    private static final String REFERENCE = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
            + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final Passwords passwords = new Passwords(new Random(1), 2, Duration.ofSeconds(20));

    @Test
    void the_right_password_matches_and_another_does_not() {
        PasswordHash kept = passwords.hash("grüße 😀");
        assertAll(() -> assertTrue(passwords.matches(Optional.of(kept), "grüße 😀")),
                () -> assertFalse(passwords.matches(Optional.of(kept), "grusse 😀")),
                () -> assertFalse(passwords.matches(Optional.of(kept), "")),
                () -> assertFalse(passwords.isOutdated(kept)));
    }

    @Test
    void parameters_are_kept_with_the_hash_and_salts_differ() {
        String one = passwords.hash("password").value();
        String other = passwords.hash("password").value();
        assertAll(() -> assertTrue(one.matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[\\w+/]{22}\\$[\\w+/]{43}"),
                one),
                () -> assertNotEquals(one, other));
    }

    @Test
    void hashes_of_the_reference_implementation_match() {
        assertAll(() -> assertTrue(passwords.matches(Optional.of(new PasswordHash(REFERENCE)), "password")),
                () -> assertFalse(passwords.matches(Optional.of(new PasswordHash(REFERENCE)), "Password")));
    }

    @Test
    void weaker_hashes_and_those_of_other_kinds_are_outdated() {
        RandomGenerator random = new Random(1);
        PasswordHash weak = new PasswordHash(Argon2Hash.of("password", new Argon2Cost(8192, 2, 1), random).text());
        PasswordHash strong = new PasswordHash(Argon2Hash.of("password", new Argon2Cost(32768, 3, 1), random).text());
        assertAll(() -> assertTrue(passwords.matches(Optional.of(weak), "password")),
                () -> assertTrue(passwords.isOutdated(weak)), () -> assertFalse(passwords.isOutdated(strong)),
                () -> assertTrue(passwords.isOutdated(new PasswordHash("0".repeat(32) + ":" + "0".repeat(64)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8",
            "$argon2id$v=19$m=19456,t=999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8",
            "$argon2id$v=19$m=19456,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8",
            "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8",
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$A", "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$",
            "$2b$12$xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "0123456789abcdef0123456789abcdef:0123456789abcdef"})
    void what_is_no_hash_that_is_computed_here_matches_nothing(String kept) {
        assertAll(() -> assertFalse(passwords.matches(Optional.of(new PasswordHash(kept)), "password")),
                () -> assertTrue(passwords.isOutdated(new PasswordHash(kept))));
    }

    /**
     * Of interleaved measurements the shortest, in time of the processor that this thread had: what else the machine does
     * meets neither.
     */
    @Test
    void who_has_no_account_or_an_old_hash_is_refused_after_as_long_as_others() {
        Map<String, Optional<PasswordHash>> kept = Map.of("known", Optional.of(passwords.hash("password")), "unknown",
                Optional.empty(), "old", Optional.of(new PasswordHash("0".repeat(32) + ":" + "0".repeat(64))));
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        Map<String, Long> shortest = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            for (var who : kept.entrySet()) {
                long start = thread.getCurrentThreadCpuTime();
                assertFalse(passwords.matches(who.getValue(), "wrong"));
                shortest.merge(who.getKey(), thread.getCurrentThreadCpuTime() - start, Math::min);
            }
        }
        for (String who : List.of("unknown", "old")) {
            double ratio = (double) shortest.get(who) / shortest.get("known");
            assertTrue(ratio > 0.5 && ratio < 2, () -> who + " takes " + ratio + " of the time");
        }
    }

    @Test
    void only_so_many_are_computed_at_once_and_who_waits_too_long_is_told_to_come_again() throws Exception {
        CountDownLatch computing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        RandomGenerator slow = () -> {
            computing.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 1;
        };
        Passwords one = new Passwords(slow, 1, Duration.ofMillis(1500));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PasswordHash> first = threads.submit(() -> one.hash("password"));
            computing.await();
            RefusedException refused = assertThrows(RefusedException.class, () -> one.matches(Optional.empty(), "x"));
            assertAll(() -> assertEquals(503, refused.status()),
                    () -> assertEquals(Map.of("Retry-After", "2"), refused.headers()));
            go.countDown();
            assertTrue(one.matches(Optional.of(first.get()), "password"));
        }
    }
}
