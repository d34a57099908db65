package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people must sign in. */
final class AuthSettingsTest {

    @ParameterizedTest
    @CsvSource({"auto, 127.0.0.1, false", "auto, localhost, false", "auto, ::1, false", "auto, 127.8.9.1, false",
            "auto, 0.0.0.0, true", "auto, ::, true", "auto, 192.0.2.7, true", "auto, no-such-host.invalid, true",
            "true, 127.0.0.1, true", "false, 127.0.0.1, false", "false, 0.0.0.0, false"})
    void sign_in_is_on_where_others_can_come(String enabled, String host, boolean on) {
        assertEquals(on, settings(Map.of("scripta.auth.enabled", enabled)).isOn(host));
    }

    @Test
    void no_secret_is_printed() {
        String secret = "0123456789abcdef0123456789abcdef";
        String printed = settings(Map.of("scripta.auth.secret", secret, "scripta.auth.previous", secret)).toString();
        assertFalse(printed.contains(secret), printed);
    }

    private static AuthSettings settings(Map<String, String> set) {
        return AuthSettings.from(new Keys(
                Config.just(ConfigSources.create(set), ConfigSources.classpath("application.yaml"))));
    }
}
