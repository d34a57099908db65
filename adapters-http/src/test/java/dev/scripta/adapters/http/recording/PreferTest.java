package dev.scripta.adapters.http.recording;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferTest {

    private static boolean async(String... lines) {
        return Prefer.parse(List.of(lines)).respondAsync();
    }

    @ParameterizedTest
    @ValueSource(strings = {"respond-async", "Respond-ASYNC", " respond-async ", "respond-async, wait=10",
            "wait=10,respond-async", "return=minimal; a=\"b,c\", respond-async", "respond-async;x=y; z",
            "respond-async=", "respond-async = \"\"", "x=\"a\\\"b,c\", respond-async", ",,respond-async,",
            "respond-async, respond-async=later"})
    void the_preference_is_found(String header) {
        assertTrue(async(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "wait=10", "respond-asynchronously", "x=respond-async", "x=\"respond-async\"",
            "x=\"a, respond-async\"", "x; respond-async", "respond-async=no", "respond-async=no, respond-async",
            "respond async", "\"respond-async\"", "x=\"never ends, respond-async"})
    void what_is_another_preference_or_none_is_not(String header) {
        assertFalse(async(header));
    }

    @Test
    void several_lines_are_one_list_and_the_first_of_a_name_counts() {
        assertTrue(async("wait=5", "return=minimal", "respond-async"));
        assertFalse(async("respond-async=x", "respond-async"));
        assertFalse(async());
        // A quote that does not end takes its own line along, and no other.
        assertTrue(async("x=\"", "respond-async"));
    }

    @Test
    void the_longest_header_is_read_in_no_time() {
        assertTrue(async("\"\\,;=".repeat(3_000), "respond-async"));
        assertTrue(async("x=\"a\",".repeat(3_000) + "respond-async"));
    }
}
