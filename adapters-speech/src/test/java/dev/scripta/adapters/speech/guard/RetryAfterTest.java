package dev.scripta.adapters.speech.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

    private static final String NOW = "Sun, 22 Nov 2026 16:00:00 GMT";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"20 | PT20S", "0 | PT0S", "1.5 | PT1.5S", "' 7 ' | PT7S",
            "Sun, 22 Nov 2026 16:00:30 GMT | PT30S", "Sun, 22 Nov 2026 15:00:00 GMT | PT0S",
            "Sun, 22 Nov 2026 17:00:30 +0100 | PT30S",
            "86399 | PT23H59M59S", "999999999 | PT24H", "Fri, 31 Dec 2100 23:59:59 GMT | PT24H"})
    void seconds_and_dates_are_read(String value, Duration wait) {
        assertEquals(Optional.of(wait), RetryAfter.of(headers("Retry-After", value, "Date", NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "", "1e9", "99999999999", "NaN", "32 Nov 2026"})
    void anything_else_says_nothing(String value) {
        assertEquals(Optional.empty(), RetryAfter.of(headers("Retry-After", value, "Date", NOW)));
    }

    @Test
    void milliseconds_win() {
        assertEquals(Optional.of(Duration.ofMillis(21)),
                RetryAfter.of(headers("Retry-After", "20", "retry-after-ms", "20.4")));
    }

    @Test
    void without_the_servers_own_date_a_date_says_nothing() {
        assertEquals(Optional.empty(), RetryAfter.of(headers("Retry-After", NOW)));
        assertEquals(Optional.empty(), RetryAfter.of(headers("Retry-After", NOW, "Date", "now")));
        assertEquals(Optional.empty(), RetryAfter.of(headers()));
    }

    private static HttpHeaders headers(String... namesAndValues) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            headers.put(namesAndValues[at], List.of(namesAndValues[at + 1]));
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
