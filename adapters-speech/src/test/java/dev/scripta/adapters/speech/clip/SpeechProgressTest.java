package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpeechProgressTest {

    private final List<Double> told = new ArrayList<>();

    @Test
    void each_clip_moves_it_on_until_all_is_done() {
        SpeechProgress progress = new SpeechProgress(told::add, 100);
        progress.recognised(25);
        progress.recognised(25);
        progress.recognised(50);
        assertEquals(List.of(0.25, 0.5, 1.0), told);
    }

    @Test
    void a_long_recording_tells_no_more_than_can_be_seen() {
        SpeechProgress progress = new SpeechProgress(told::add, 100_000);
        for (int i = 0; i < 100_000; i++) {
            progress.recognised(1);
        }
        assertEquals(200, told.size());
        assertEquals(1, told.getLast());
        assertEquals(told.stream().sorted().toList(), told);
    }

    @Test
    void more_than_all_is_all() {
        SpeechProgress progress = new SpeechProgress(told::add, 10);
        progress.recognised(9);
        progress.recognised(9);
        assertTrue(told.getLast() == 1, told::toString);
    }
}
