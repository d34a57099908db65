package dev.scripta.adapters.speech.guard;

import dev.scripta.adapters.speech.clip.ClipRecogniser;
import dev.scripta.adapters.speech.clip.ClipRequest;
import dev.scripta.adapters.speech.clip.Recognition;
import dev.scripta.core.model.EngineLimits;
import java.util.Objects;

/** A recogniser whose calls are guarded: the patience of a request covers waiting and repetitions. Thread-safe. */
public final class GuardedRecogniser implements ClipRecogniser {

    private final ClipRecogniser recogniser;
    private final EngineGuard guard;

    /** Guards the recogniser. */
    public GuardedRecogniser(ClipRecogniser recogniser, EngineGuard guard) {
        this.recogniser = Objects.requireNonNull(recogniser, "recogniser");
        this.guard = Objects.requireNonNull(guard, "guard");
    }

    @Override
    public String engine() {
        return recogniser.engine();
    }

    @Override
    public EngineLimits limits() {
        return recogniser.limits();
    }

    @Override
    public Recognition recognise(ClipRequest request) throws InterruptedException {
        return guard.call(request.patience(),
                left -> recogniser.recognise(new ClipRequest(request.clip(), request.preceding(), left)));
    }
}
