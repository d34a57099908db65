package dev.scripta.adapters.http.account;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInSettingsTest {

    private static final String LONG = "0123456789abcdef0123456789abcdef";

    @Test
    void secrets_are_long_and_never_printed() {
        SigningSecrets secrets = new SigningSecrets(LONG, Optional.of(LONG));
        SignInSettings settings = new SignInSettings(secrets, Duration.ofDays(7), true, false);
        String tooShort = LONG.substring(1);
        assertAll(() -> assertFalse(settings.toString().contains("0123"), settings.toString()),
                () -> assertEquals(SignInLimits.DEFAULT, settings.limits()),
                () -> assertThrows(IllegalArgumentException.class, () -> new SigningSecrets(tooShort, Optional
                        .empty())),
                () -> assertThrows(IllegalArgumentException.class,
                        () -> new SigningSecrets(LONG, Optional.of(tooShort))),
                () -> assertThrows(IllegalArgumentException.class,
                        () -> new SignInSettings(secrets, Duration.ZERO, true, false)),
                () -> assertThrows(IllegalArgumentException.class, () -> new Allowance(0, Duration.ofDays(1))),
                () -> assertThrows(IllegalArgumentException.class, () -> new Allowance(1, Duration.ZERO)));
    }

    @Test
    void a_key_is_named_alike_for_the_same_secret_and_not_for_another() {
        assertAll(() -> assertEquals(new SigningKey(LONG).id(), new SigningKey(LONG).id()),
                () -> assertFalse(new SigningKey(LONG).id().equals(new SigningKey(LONG + "x").id())));
    }
}
