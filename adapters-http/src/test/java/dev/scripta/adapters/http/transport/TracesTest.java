package dev.scripta.adapters.http.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Traces traces = new Traces(new Random(1));

    private static Headers parent(String... values) {
        WritableHeaders<?> headers = WritableHeaders.create();
        if (values.length > 0) {
            headers.set(HeaderValues.create(HeaderNames.create("traceparent"), List.of(values)));
        }
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-" + ID + "-00f067aa0ba902b7-01", "00-" + ID + "-00f067aa0ba902b7-00",
            "01-" + ID + "-00f067aa0ba902b7-01-what-will-be", "fe-" + ID + "-00f067aa0ba902b7-ff"})
    void the_senders_trace_goes_on(String parent) {
        assertEquals(ID, traces.idOf(parent(parent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ID, "00-" + ID + "-00f067aa0ba902b7", "ff-" + ID + "-00f067aa0ba902b7-01",
            "00-" + ID + "-00f067aa0ba902b7-01-", "00-" + ID + "-00f067aa0ba902b7-01-more",
            "01-" + ID + "-00f067aa0ba902b7-01more", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-" + ID + "-0000000000000000-01", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-" + ID + "-00f067aa0ba902b7-01\n"})
    void what_is_no_trace_is_not_taken_over(String parent) {
        String id = traces.idOf(parent(parent));
        assertTrue(id.matches("[0-9a-f]{32}"), id);
        assertNotEquals(ID, id);
    }

    @Test
    void of_two_parents_none_is_believed() {
        String parent = "00-" + ID + "-00f067aa0ba902b7-01";
        assertNotEquals(ID, traces.idOf(parent(parent, parent)));
        assertNotEquals(traces.idOf(parent()), traces.idOf(parent()));
    }
}
