package dev.scripta.app;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.clip.ClipRecogniser;
import dev.scripta.adapters.speech.clip.ClipwiseSettings;
import dev.scripta.adapters.speech.clip.ClipwiseSpeechToText;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** An engine that takes a clip at a time, and is ready as soon as it is made. */
final class ClipwiseSpeech implements SpeechEngine {

    private final SpeechToText speech;
    private final BooleanSupplier resting;
    private final Runnable end;

    /**
     * Recognises by this engine.
     *
     * @param parallel how many calls it takes at once; as many recordings again are decoded meanwhile
     * @param resting whether it is left alone at the moment
     * @param end closes the engine
     */
    ClipwiseSpeech(AudioDecoder decoder, ClipRecogniser recogniser, Duration timeout, int parallel, Ticker ticker,
            BooleanSupplier resting, Runnable end) {
        this.speech = new ClipwiseSpeechToText(decoder, recogniser, ClipwiseSettings.within(timeout)
                .withRecordings(Math.multiplyExact(2, parallel)), ticker::nanoTime);
        this.resting = resting;
        this.end = end;
    }

    @Override
    public SpeechToText speechToText() {
        return speech;
    }

    @Override
    public void warmUp() {
        // It is ready.
    }

    @Override
    public String status() {
        return resting.getAsBoolean() ? "resting" : "ready";
    }

    @Override
    public void close() {
        end.run();
    }
}
