package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.adapters.speech.audio.SpeechSegmenter;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a recording is split for an engine that takes clips of bounded length: a pure function, so thread-safe.
 *
 * <p>
 * A clip begins and ends where somebody speaks; what is between clips is not sent. It is made as long as allowed, for an
 * engine understands the more the longer it listens, but ends at the longest pause in the last 40 % of that: people pause
 * longer between topics than within a sentence. It ends before a minute of silence in any case: that would be paid for,
 * and engines hear things in silence.
 */
final class ClipPlan {

    /** Cuts are made in the rest. */
    private static final double LEAST_FILLING = 0.6;
    private static final long LONG_PAUSE = 60L * Pcm.SAMPLE_RATE;

    private ClipPlan() {}

    /**
     * The clips in order, without overlap; every stretch of speech is in one of them.
     *
     * @param speech stretches in order, of at most {@link SpeechSegmenter#MAX_SAMPLES} samples each
     * @param maxSamples the longest clip; no less than that
     */
    static List<SpeechSegment> clips(List<SpeechSegment> speech, long maxSamples) {
        if (maxSamples < SpeechSegmenter.MAX_SAMPLES) {
            throw new IllegalArgumentException("a clip must hold the longest stretch of speech");
        }
        List<SpeechSegment> clips = new ArrayList<>();
        for (int first = 0; first < speech.size();) {
            int last = last(speech, first, maxSamples);
            clips.add(new SpeechSegment(speech.get(first).start(), speech.get(last).end()));
            first = last + 1;
        }
        return List.copyOf(clips);
    }

    /** The stretch that ends the clip which begins with the first. */
    private static int last(List<SpeechSegment> speech, int first, long maxSamples) {
        long start = speech.get(first).start();
        int best = fitting(speech, first, start + maxSamples);
        if (best == speech.size() - 1) {
            return best;
        }
        long earliestCut = start + (long) (LEAST_FILLING * maxSamples);
        for (int i = best - 1; i >= first && speech.get(i + 1).start() > earliestCut; i--) {
            if (pauseAfter(speech, i) > pauseAfter(speech, best)) {
                best = i;
            }
        }
        return best;
    }

    private static int fitting(List<SpeechSegment> speech, int first, long end) {
        int last = first;
        while (last + 1 < speech.size() && speech.get(last + 1).end() <= end && pauseAfter(speech, last) < LONG_PAUSE) {
            last++;
        }
        return last;
    }

    private static long pauseAfter(List<SpeechSegment> speech, int i) {
        return speech.get(i + 1).start() - speech.get(i).end();
    }
}
