package dev.scripta.app;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.clip.ClipRecogniser;
import dev.scripta.adapters.speech.clip.ClipwiseSettings;
import dev.scripta.adapters.speech.clip.ClipwiseSpeechToText;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.Ticker;
import java.time.Duration;

/** An engine that takes a clip at a time, and is ready as soon as it is made. */
final class ClipwiseSpeech implements SpeechEngine {

    private final SpeechToText speech;
    private final Runnable end;

    /**
     * Recognises by this engine.
     *
     * @param end closes the engine
     */
    ClipwiseSpeech(AudioDecoder decoder, ClipRecogniser recogniser, Duration timeout, Ticker ticker, Runnable end) {
        this.speech = new ClipwiseSpeechToText(decoder, recogniser, ClipwiseSettings.within(timeout),
                ticker::nanoTime);
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
        return "ready";
    }

    @Override
    public void close() {
        end.run();
    }
}
