package dev.scripta.app.metrics;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.usecase.Ticker;
import java.util.Objects;

/** Counts and times the calls of an analyser. Thread-safe. */
public final class MeasuredConversationAnalyzer implements ConversationAnalyzer {

    private final ConversationAnalyzer engine;
    private final EngineMeter meter;

    /** Counts the calls of this engine. */
    public MeasuredConversationAnalyzer(ConversationAnalyzer engine, Meters meters, Ticker ticker) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.meter = new EngineMeter(Stage.ANALYSIS, meters, ticker);
    }

    @Override
    public Analysis analyze(Transcript transcript) {
        return meter.measure(() -> engine.analyze(transcript));
    }
}
