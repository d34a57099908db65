package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class PaidAnswersTest {

    private static final Sha256 KEY = PaidAnswers.key(1, "words");
    private static final JsonObject ANSWER = JsonObject.of("title", "x");

    private final Hands hands = new Hands();
    private final PaidAnswers paid = new PaidAnswers(hands);

    @Test
    void an_answer_is_found_with_its_receipts_until_it_is_forgotten() {
        paid.keep(KEY, ANSWER, List.of(EngineCall.of("fake")));
        assertEquals(ANSWER, paid.find(KEY).orElseThrow().answer());
        assertEquals(List.of(EngineCall.of("fake")), paid.find(KEY).orElseThrow().calls());
        paid.forget(List.of(KEY));
        assertTrue(paid.find(KEY).isEmpty());
    }

    @Test
    void other_questions_about_the_same_words_are_others() {
        assertNotEquals(KEY, PaidAnswers.key(2, "words"));
        assertNotEquals(KEY, PaidAnswers.key(1, "word"));
    }

    @Test
    void after_a_day_it_is_gone() {
        paid.keep(KEY, ANSWER, List.of());
        hands.now += Duration.ofHours(24).toNanos() - 1;
        assertTrue(paid.find(KEY).isPresent());
        hands.now += 1;
        assertFalse(paid.find(KEY).isPresent());
    }

    @Test
    void the_oldest_goes_when_there_is_too_much() {
        JsonObject long1 = JsonObject.of("title", "x".repeat(6 << 20));
        List<Sha256> keys = List.of(KEY, PaidAnswers.key(2, ""), PaidAnswers.key(3, ""));
        keys.forEach(key -> paid.keep(key, long1, List.of()));
        assertEquals(List.of(false, true, true), keys.stream().map(key -> paid.find(key).isPresent()).toList());
        keys.forEach(key -> paid.keep(keys.getLast(), long1, List.of()));
        assertTrue(paid.find(keys.get(1)).isPresent(), "the same answer again takes no more room");
    }

    /** Time moved by hand. */
    private static final class Hands implements Ticker {

        private long now = Long.MAX_VALUE - 5;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean await(Future<?> work, Duration atMost) {
            throw new UnsupportedOperationException();
        }
    }
}
