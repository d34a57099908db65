package dev.scripta.adapters.speech.clip;

import dev.scripta.core.port.Progress;
import java.util.Objects;

/** Tells how much of a recording's speech is recognised: in order, and no more often than anybody could see. Thread-safe. */
public final class SpeechProgress {

    /** The shares that are told of the longest recording. */
    private static final int STEPS = 200;

    private final Progress listener;
    private final long samples;
    private long done;
    private long told;

    /**
     * Nothing is done yet, and nothing told.
     *
     * @param samples of speech there are in all
     */
    public SpeechProgress(Progress listener, long samples) {
        this.listener = Objects.requireNonNull(listener, "listener");
        this.samples = samples;
    }

    /** So many more samples are recognised. The listener hears of it in this thread, before it hears of more. */
    public synchronized void recognised(long more) {
        done = Math.min(samples, done + more);
        if (done == samples || (done - told) * STEPS >= samples) {
            told = done;
            listener.reached((double) done / samples);
        }
    }
}
