package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Loudness curves, drawn: a letter stands for a tenth of a second. */
final class SpeechSegmenterTest {

    private static final int TENTH = 10;
    private static final int SAMPLES = TENTH * Loudness.FRAME_SAMPLES;

    @Test
    void silence_and_steady_noise_have_no_speech() {
        assertEquals(List.of(), SpeechSegmenter.segments(new float[0]));
        assertEquals(List.of(), segments(".".repeat(600)), "digital silence");
        assertEquals(List.of(), segments("-".repeat(600)), "a quiet room");
        assertEquals(List.of(), segments("S".repeat(600)), "a tone");
        float[] rain = new float[6_000];
        Random random = new Random(1);
        for (int i = 0; i < rain.length; i++) {
            rain[i] = -25 + 2 * (float) random.nextGaussian();
        }
        assertEquals(List.of(), SpeechSegmenter.segments(rain), "rain");
    }

    @Test
    void utterances_are_padded_and_parted_by_pauses() {
        assertEquals(List.of(tenths(8, 24)), segments("-".repeat(10) + speech(12) + "-".repeat(10)));
        assertEquals(List.of(tenths(8, 30), tenths(32, 48)),
                segments("-".repeat(10) + speech(18) + "------" + speech(12) + "-".repeat(10)), "pause");
        assertEquals(List.of(tenths(8, 44)),
                segments("-".repeat(10) + speech(18) + "--" + speech(12) + "-".repeat(10)), "breath");
    }

    @Test
    void padding_stays_within_the_recording() {
        assertEquals(List.of(tenths(0, 20)), segments(speech(20)));
    }

    @Test
    void clicks_are_no_utterances() {
        assertEquals(List.of(tenths(8, 24)), segments("-".repeat(10) + speech(12) + "-".repeat(10) + "S" + "-".repeat(
                20)));
    }

    @Test
    void one_sentence_in_an_hour_of_silence_is_found() {
        for (String quiet : List.of(".", "-")) {
            List<SpeechSegment> found = segments(quiet.repeat(18_000) + speech(10) + quiet.repeat(18_000));
            assertEquals(List.of(tenths(17_998, 18_012)), found);
        }
    }

    @Test
    void steady_noise_beside_speech_is_left_out() {
        List<SpeechSegment> found = segments("N".repeat(3_000) + "-".repeat(100) + speech(30) + "-".repeat(100));
        assertTrue(found.contains(tenths(3_098, 3_132)), found::toString);
        long noise = found.stream().filter(segment -> segment.end() < 2_950L * SAMPLES).count();
        assertEquals(0, noise);
    }

    @Test
    void long_stretches_are_cut_where_they_are_quietest() {
        float[] loudness = curve("-".repeat(50) + speech(480) + "-".repeat(50));
        int dip = 50 * TENTH + 1_500;
        Arrays.fill(loudness, dip - 10, dip + 10, -36);
        List<SpeechSegment> found = SpeechSegmenter.segments(loudness);
        assertEquals(dip, (double) found.get(0).end() / Loudness.FRAME_SAMPLES, 10);
        for (int i = 0; i < found.size(); i++) {
            assertTrue(found.get(i).length() <= 20 * Pcm.SAMPLE_RATE, "20 seconds at most");
            assertTrue(found.get(i).length() >= 0.4 * Pcm.SAMPLE_RATE, "no crumbs");
            assertTrue(i == 0 || found.get(i).start() == found.get(i - 1).end(), "without gaps");
        }
    }

    @Test
    void anything_gives_ordered_stretches_within_the_recording() {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            float[] loudness = new float[random.nextInt(9_000)];
            float level = -50;
            for (int i = 0; i < loudness.length; i++) {
                level = random.nextInt(30) == 0 ? -random.nextInt(101) : level;
                loudness[i] = level + random.nextInt(6);
            }
            long last = 0;
            for (SpeechSegment segment : SpeechSegmenter.segments(loudness)) {
                assertTrue(segment.start() >= last && segment.end() <= (long) loudness.length * Loudness.FRAME_SAMPLES);
                assertTrue(segment.length() <= 20 * Pcm.SAMPLE_RATE);
                last = segment.end();
            }
        }
    }

    /** Speech rises and falls: two tenths loud, one softer, still above the threshold. */
    private static String speech(int tenths) {
        return "SSs".repeat(tenths).substring(0, tenths);
    }

    private static List<SpeechSegment> segments(String curve) {
        return SpeechSegmenter.segments(curve(curve));
    }

    private static float[] curve(String tenths) {
        List<Float> frames = new ArrayList<>();
        tenths.chars().forEach(letter -> {
            for (int i = 0; i < TENTH; i++) {
                frames.add(switch (letter) {
                    case '.' -> Loudness.SILENCE;
                    case '-' -> -65f;
                    case 'N' -> -30f;
                    case 's' -> -35f;
                    default -> -20f;
                });
            }
        });
        float[] curve = new float[frames.size()];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = frames.get(i);
        }
        return curve;
    }

    private static SpeechSegment tenths(long start, long end) {
        return new SpeechSegment(start * SAMPLES, end * SAMPLES);
    }
}
