package dev.scripta.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordErrorRateTest {

    @ParameterizedTest
    @CsvSource({"the server was down, the server was down, 0", "the server was down, 'The server, was DOWN!', 0",
            "the server was down, the sarver was down, 0.25", "the server was down, the server down, 0.25",
            "the server was down, the server was not down, 0.25", "the server was down, '', 1", "'', '', 0",
            "one, one two three, 2", "the server was down, server was a town, 0.75"})
    void errors_are_counted_as_a_share_of_what_was_said(String said, String heard, double rate) {
        assertEquals(rate, WordErrorRate.of(said, heard));
    }
}
