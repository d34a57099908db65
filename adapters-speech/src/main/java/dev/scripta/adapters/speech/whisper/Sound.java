package dev.scripta.adapters.speech.whisper;

import java.io.IOException;

/** Where the samples of a clip come from: two megabytes for half a minute. */
@FunctionalInterface
interface Sound {

    /** All of them: 16 kHz, one channel, from -1 to 1. */
    float[] samples() throws IOException, InterruptedException;
}
