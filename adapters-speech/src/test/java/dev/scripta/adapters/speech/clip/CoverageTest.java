package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.Segment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CoverageTest {

    private static final List<SpeechSegment> TALK = List.of(speech(1, 9), speech(10, 19), speech(20, 28));

    @Test
    void words_for_all_speech_leave_no_gap() {
        assertEquals(List.of(), gaps(TALK, words(1, 9), words(10, 19), words(20, 28)));
        assertEquals(List.of(), gaps(TALK, words(0, 30)), "segments may span pauses");
        assertEquals(List.of(), gaps(TALK, words(0, 18), words(3, 4), words(17, 28)), "and overlap");
        assertEquals(List.of(), gaps(List.of()), "nobody speaks");
        assertEquals(List.of(), gaps(List.of(), words(3, 4)), "words without speech are no gap");
    }

    @Test
    void speech_of_five_seconds_without_words_is_a_gap() {
        assertEquals(List.of(gap(20, 28)), gaps(TALK, words(1, 19)), "at the tail");
        assertEquals(List.of(gap(1, 9)), gaps(TALK, words(10, 28)), "at the head");
        assertEquals(List.of(gap(10, 19)), gaps(TALK, words(1, 9), words(20, 28)), "between");
        assertEquals(List.of(gap(1, 28)), gaps(TALK), "everywhere");
        assertEquals(List.of(gap(1, 9), gap(20, 28)), gaps(TALK, words(10, 19)), "twice");
    }

    @Test
    void edges_of_segments_need_not_be_exact() {
        assertEquals(List.of(), gaps(TALK, words(3, 7), words(11.5, 17), words(22, 26)));
        assertEquals(List.of(), gaps(TALK, words(1, 23.1)), "4.9 s of speech");
        assertEquals(List.of(gap(23, 28)), gaps(TALK, words(1, 23)), "5 s of speech");
    }

    @Test
    void pauses_do_not_count_but_part_nothing_either() {
        List<SpeechSegment> slow = List.of(speech(0, 10), speech(12, 14.5), speech(30, 32.5), speech(60, 70));
        assertEquals(List.of(gap(12, 32.5)), gaps(slow, words(0, 10), words(60, 70)));
        List<SpeechSegment> rare = List.of(speech(0, 10), speech(12, 14), speech(30, 32), speech(60, 70));
        assertEquals(List.of(), gaps(rare, words(0, 10), words(60, 70)), "4 s of speech in 50 s");
    }

    @Test
    void what_the_engine_did_not_listen_to_counts_sooner() {
        Gap unheard = gap(26, 28);
        assertEquals(List.of(gap(26, 28)), Coverage.gaps(TALK, List.of(words(1, 26)), List.of(unheard)));
        assertEquals(List.of(), Coverage.gaps(TALK, List.of(words(1, 26)), List.of()), "unless it did");
        assertEquals(List.of(), Coverage.gaps(TALK, List.of(words(1, 28)), List.of(unheard)), "or words are there");
        assertEquals(List.of(), Coverage.gaps(TALK, List.of(words(1, 28)), List.of(gap(28, 60))), "or all are silent");
    }

    private static List<Gap> gaps(List<SpeechSegment> speech, Segment... segments) {
        return Coverage.gaps(speech, List.of(segments), List.of());
    }

    private static SpeechSegment speech(double from, double to) {
        return new SpeechSegment((long) (from * 16_000), (long) (to * 16_000));
    }

    private static Segment words(double from, double to) {
        return new Segment(time(from), time(to), "words");
    }

    private static Gap gap(double from, double to) {
        return new Gap(time(from), time(to));
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
