package dev.scripta.adapters.speech.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the stretches of a recording in which somebody may speak, by loudness alone: a pure function, so thread-safe.
 * Each is bounded by pauses where there are any, and short enough to be recognised at once.
 *
 * <p>
 * A recogniser makes words of anything, so silence and steady noise are kept from it. Speech rises and falls: in five
 * seconds of it the loudest frames (95th percentile) stand at least 10 dB above the quietest (10th); white, pink and
 * brown noise and tones do not. Windows of five seconds are judged rather than the whole recording, lest one sentence
 * in an hour of silence be lost. The figures were found by measuring; they are part of the recogniser's word error
 * rate.
 */
public final class SpeechSegmenter {

    /** The longest stretch, in samples: 20 s. */
    public static final int MAX_SAMPLES = 20 * Pcm.SAMPLE_RATE;

    private static final int FRAMES_PER_SECOND = Pcm.SAMPLE_RATE / Loudness.FRAME_SAMPLES;
    private static final int WINDOW = 5 * FRAMES_PER_SECOND;
    private static final float SILENT = -60;
    private static final float LIVELY_RANGE = 10;
    private static final double FLOOR_RANK = 0.10;
    private static final double PEAK_RANK = 0.95;
    private static final float ABOVE_FLOOR = 12;
    private static final float BELOW_PEAK = 15;
    private static final int MIN_PAUSE = 40;
    private static final int MIN_SPEECH = 12;
    private static final int PADDING = 20;
    private static final int MAX_LENGTH = MAX_SAMPLES / Loudness.FRAME_SAMPLES;
    private static final int EARLIEST_CUT = MAX_LENGTH / 2;
    private static final int CUT_SMOOTHING = 5;

    private SpeechSegmenter() {}

    /**
     * The stretches in order, without overlap; none when the audio is silent or steady noise.
     *
     * @param loudness in dBFS, a frame each 10 ms
     */
    public static List<SpeechSegment> segments(float[] loudness) {
        BitSet lively = livelyFrames(loudness);
        if (lively.isEmpty()) {
            return List.of();
        }
        float[] sorted = sorted(loudness, lively);
        float threshold = Math.max(SILENT,
                Math.min(rank(sorted, FLOOR_RANK) + ABOVE_FLOOR, rank(sorted, PEAK_RANK) - BELOW_PEAK));
        List<SpeechSegment> segments = new ArrayList<>();
        int frames = loudness.length;
        for (Run run : runs(loudness, lively, threshold)) {
            cut(loudness, Math.max(0, run.start - PADDING), Math.min(frames, run.end + PADDING), segments);
        }
        return List.copyOf(segments);
    }

    /** Frames of those windows, overlapping by half, that are neither silent nor steady. */
    private static BitSet livelyFrames(float[] loudness) {
        BitSet lively = new BitSet(loudness.length);
        for (int start = 0; start == 0 || start + WINDOW / 2 < loudness.length; start += WINDOW / 2) {
            int end = Math.min(start + WINDOW, loudness.length);
            float[] window = Arrays.copyOfRange(loudness, start, end);
            Arrays.sort(window);
            float peak = rank(window, PEAK_RANK);
            if (window.length > 0 && peak >= SILENT && peak - rank(window, FLOOR_RANK) >= LIVELY_RANGE) {
                lively.set(start, end);
            }
        }
        return lively;
    }

    private static float[] sorted(float[] loudness, BitSet chosen) {
        float[] values = new float[chosen.cardinality()];
        int n = 0;
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            values[n++] = loudness[i];
        }
        Arrays.sort(values);
        return values;
    }

    private static float rank(float[] sorted, double rank) {
        return sorted.length == 0 ? Loudness.SILENCE : sorted[(int) (rank * (sorted.length - 1))];
    }

    /** Stretches of loud frames; shorter gaps than a pause belong to them, and clicks are none. */
    private static List<Run> runs(float[] loudness, BitSet lively, float threshold) {
        List<Run> runs = new ArrayList<>();
        Run run = new Run(0, 0, 0);
        for (int i = 0; i < loudness.length; i++) {
            if (loudness[i] < threshold || !lively.get(i)) {
                continue;
            }
            if (run.loud > 0 && i - run.end >= MIN_PAUSE) {
                runs.add(run);
                run = new Run(i, i, 0);
            }
            run = run.loud == 0 ? new Run(i, i + 1, 1) : new Run(run.start, i + 1, run.loud + 1);
        }
        runs.add(run);
        runs.removeIf(candidate -> candidate.loud < MIN_SPEECH);
        return runs;
    }

    /** Long stretches are cut where they are quietest, in the second half of what may be recognised at once. */
    private static void cut(float[] loudness, int start, int end, List<SpeechSegment> into) {
        int from = start;
        while (end - from > MAX_LENGTH) {
            int to = quietest(loudness, from + EARLIEST_CUT, Math.min(from + MAX_LENGTH, end - MIN_PAUSE));
            into.add(segment(from, to));
            from = to;
        }
        into.add(segment(from, end));
    }

    private static int quietest(float[] loudness, int from, int to) {
        int best = to - 1;
        double least = Double.MAX_VALUE;
        for (int i = from; i < to; i++) {
            double around = 0;
            for (int k = i - CUT_SMOOTHING; k < i + CUT_SMOOTHING; k++) {
                around += loudness[k];
            }
            if (around < least) {
                least = around;
                best = i;
            }
        }
        return best;
    }

    private static SpeechSegment segment(int fromFrame, int toFrame) {
        return new SpeechSegment((long) fromFrame * Loudness.FRAME_SAMPLES, (long) toFrame * Loudness.FRAME_SAMPLES);
    }

    /** Frames {@code start} to {@code end}, of which {@code loud} are loud. */
    private record Run(int start, int end, int loud) {}
}
