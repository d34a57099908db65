package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.scripta.adapters.http.transport.InvalidFieldsException;
import dev.scripta.core.model.JsonObject;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"55", " 55 ", "55.0", "5.5e1"})
    void a_whole_number_may_be_written_as_text(String text) {
        JsonFields fields = new JsonFields(JsonObject.of("age", text));
        assertEquals(OptionalInt.of(55), fields.optionalWholeNumber("age", 18, 100));
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "101", "18.5", "NaN", "0x20", "1e999999999", "1e-999999999", "-5", "fifty"})
    void what_is_none_is_refused(String text) {
        assertRefused(text);
    }

    /** Reading digits takes time that grows with their square: a minute for these. A machine may stand still for seconds. */
    @Test
    void digits_without_end_are_refused_at_once() {
        assertTimeout(Duration.ofSeconds(10), () -> assertRefused("9".repeat(2_000_000)));
    }

    private static void assertRefused(String text) {
        JsonFields fields = new JsonFields(JsonObject.of("age", text));
        assertEquals(OptionalInt.empty(), fields.optionalWholeNumber("age", 18, 100));
        assertEquals("age must be a whole number from 18 to 100",
                assertThrows(InvalidFieldsException.class, fields::check).detail());
    }
}
