package dev.scripta.adapters.speech.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordErrorRateTest {

    private static final List<String> SPOKEN = List.of("the", "server", "was", "down");

    @Test
    void each_kind_of_error_counts_once() {
        assertEquals(0, WordErrorRate.distance(SPOKEN, SPOKEN));
        assertEquals(1, WordErrorRate.distance(SPOKEN, List.of("the", "sarver", "was", "down")));
        assertEquals(1, WordErrorRate.distance(SPOKEN, List.of("the", "server", "down")));
        assertEquals(1, WordErrorRate.distance(SPOKEN, List.of("the", "server", "was", "not", "down")));
        assertEquals(4, WordErrorRate.distance(SPOKEN, List.of()));
        assertEquals(4, WordErrorRate.distance(List.of(), SPOKEN));
        assertEquals(3, WordErrorRate.distance(SPOKEN, List.of("server", "was", "a", "town")));
    }

    @Test
    void rates_are_pooled_by_words() {
        WordErrorRate pooled = WordErrorRate.NONE.plus(new WordErrorRate(1, 10)).plus(new WordErrorRate(2, 30));
        assertEquals(7.5, pooled.percent());
        assertEquals("7.5 % (3 of 40 words)", pooled.toString());
    }
}
