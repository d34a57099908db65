package dev.scripta.app.metrics;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.Ticker;
import java.util.Objects;

/** Counts and times the calls of a recogniser. Thread-safe. */
public final class MeasuredSpeechToText implements SpeechToText {

    private final SpeechToText engine;
    private final EngineMeter meter;

    /** Counts the calls of this engine. */
    public MeasuredSpeechToText(SpeechToText engine, Meters meters, Ticker ticker) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.meter = new EngineMeter(Stage.TRANSCRIPTION, meters, ticker);
    }

    @Override
    public Transcript transcribe(AudioSource audio) {
        return meter.measure(() -> engine.transcribe(audio));
    }

    @Override
    public Transcript transcribe(AudioSource audio, Progress progress) {
        return meter.measure(() -> engine.transcribe(audio, progress));
    }

    @Override
    public EngineLimits limits() {
        return engine.limits();
    }
}
