package dev.scripta.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://pages.example", "http://localhost:3000", "HTTPS://Pages.Example:8443",
            "http://[::1]:8080", "capacitor://localhost"})
    void origins_are_as_browsers_send_them(String origin) {
        assertTrue(new Origins(Set.of(origin)).contain(origin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "", "pages.example", "https://", "https://*.example", "https://pages.example/",
            "https://pages.example/path", "https://user@pages.example", "https://pages.example:", "https://a b",
            "https://pages.example\r\nX: y"})
    void what_is_no_origin_is_refused(String origin) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> new Origins(Set.of(origin)));
        assertTrue(refused.getMessage().startsWith("an origin must be like https://"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "default-src 'self'\r\nX: y", "default-src 'sélf'"})
    void a_policy_must_fit_into_a_header(String policy) {
        assertThrows(IllegalArgumentException.class, () -> new PageSettings(Optional.empty(), policy));
        assertEquals(PageSettings.STRICT, PageSettings.NONE.policy());
    }
}
