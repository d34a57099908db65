package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.adapters.speech.audio.SpeechSegmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ClipPlanTest {

    private static final long SECOND = Pcm.SAMPLE_RATE;

    @Test
    void without_speech_there_are_no_clips() {
        assertEquals(List.of(), ClipPlan.clips(List.of(), 60 * SECOND));
    }

    @Test
    void what_fits_is_one_clip_from_the_first_word_to_the_last() {
        assertEquals(List.of(seconds(7, 67)), ClipPlan.clips(List.of(seconds(7, 10), seconds(50, 67)), 60 * SECOND));
    }

    @Test
    void cut_is_at_the_longest_pause_in_the_last_two_fifths() {
        List<SpeechSegment> speech = List.of(seconds(0, 10), seconds(30, 50), seconds(51, 65), seconds(68, 85), seconds(
                86, 96), seconds(97, 110));
        // Of 100 s, cuts are made from 60 s on: the pause of 20 s is too early, that of 3 s is the longest.
        assertEquals(List.of(seconds(0, 65), seconds(68, 110)), ClipPlan.clips(speech, 100 * SECOND));
    }

    @Test
    void a_minute_of_silence_is_in_no_clip() {
        List<SpeechSegment> speech = List.of(seconds(0, 10), seconds(69, 79), seconds(139, 150), seconds(900, 910));
        assertEquals(List.of(seconds(0, 79), seconds(139, 150), seconds(900, 910)),
                ClipPlan.clips(speech, 1_000 * SECOND));
    }

    @Test
    void of_equal_pauses_the_last_makes_the_longer_clip() {
        List<SpeechSegment> speech = List.of(seconds(0, 10), seconds(11, 21), seconds(22, 31), seconds(32, 50));
        assertEquals(List.of(seconds(0, 31), seconds(32, 50)), ClipPlan.clips(speech, 32 * SECOND));
    }

    @Test
    void pause_that_begins_early_and_lasts_into_the_last_two_fifths_counts() {
        List<SpeechSegment> speech = List.of(seconds(0, 10), seconds(70, 80), seconds(81, 120));
        assertEquals(List.of(seconds(0, 10), seconds(70, 120)), ClipPlan.clips(speech, 100 * SECOND));
    }

    @Test
    void stretches_without_a_pause_between_are_parted_as_well() {
        List<SpeechSegment> speech = List.of(seconds(0, 20), seconds(20, 40), seconds(40, 60), seconds(60, 80));
        assertEquals(List.of(seconds(0, 40), seconds(40, 80)), ClipPlan.clips(speech, 50 * SECOND));
        assertEquals(speech, ClipPlan.clips(speech, 20 * SECOND));
    }

    @Test
    void less_than_a_stretch_is_no_clip() {
        assertThrows(IllegalArgumentException.class,
                () -> ClipPlan.clips(List.of(), SpeechSegmenter.MAX_SAMPLES - 1));
    }

    @Test
    void any_speech_is_in_clips_within_the_limit_that_begin_and_end_with_speech() {
        Random random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            List<SpeechSegment> speech = speech(random);
            long most = SpeechSegmenter.MAX_SAMPLES + random.nextLong(900 * SECOND);
            List<SpeechSegment> clips = ClipPlan.clips(speech, most);
            int next = 0;
            for (SpeechSegment clip : clips) {
                assertTrue(clip.length() <= most, "within the limit");
                assertEquals(speech.get(next).start(), clip.start(), "begins with the next speech");
                while (speech.get(next).end() < clip.end()) {
                    next++;
                }
                assertEquals(speech.get(next).end(), clip.end(), "ends with speech");
                next++;
            }
            assertEquals(speech.size(), next, "all of it");
        }
    }

    private static List<SpeechSegment> speech(Random random) {
        List<SpeechSegment> speech = new ArrayList<>();
        long at = random.nextInt(10_000);
        for (int i = random.nextInt(60) + 1; i > 0; i--) {
            long end = at + 1 + random.nextInt(SpeechSegmenter.MAX_SAMPLES);
            speech.add(new SpeechSegment(at, end));
            at = end + (random.nextInt(4) == 0 ? 0 : random.nextLong(random.nextInt(20) == 0 ? 300 * SECOND : SECOND));
        }
        return speech;
    }

    private static SpeechSegment seconds(long from, long to) {
        return new SpeechSegment(from * SECOND, to * SECOND);
    }
}
