package dev.scripta.app.metrics;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.usecase.Ticker;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts and times the calls of one engine. Thread-safe. */
final class EngineMeter {

    private final Stage stage;
    private final Meters meters;
    private final Ticker ticker;

    EngineMeter(Stage stage, Meters meters, Ticker ticker) {
        this.stage = stage;
        this.meters = meters;
        this.ticker = ticker;
    }

    <T> T measure(Supplier<T> call) {
        long began = ticker.nanoTime();
        String result = "failed";
        try {
            T made = call.get();
            result = "ok";
            return made;
        } catch (RecordingRefusedException verdict) {
            result = "refused";
            throw verdict;
        } catch (ScriptaException failure) {
            result = failure.outcomeUnknown() ? "unknown" : "failed";
            throw failure;
        } finally {
            meters.engineCalled(stage, result, Duration.ofNanos(ticker.nanoTime() - began));
        }
    }
}
