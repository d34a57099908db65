package dev.scripta.core.usecase;

import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.model.RecordingKey;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a recording stands.
 *
 * @param recording which
 * @param step how far it is
 * @param attempts how often work on it was begun, as far as the journal knows
 * @param share how much of the step is done, 0 to 1; empty when the engine does not tell
 * @param result what came of it; only when it is done
 * @param failure why it waits, failed or was abandoned, with the time to wait
 */
public record RecordingStatus(RecordingKey recording, Step step, long attempts, OptionalDouble share,
        Optional<ProcessedRecording> result, Optional<ScriptaException> failure) {

    /** Checks presence. */
    public RecordingStatus {
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(failure, "failure");
    }

    /** On its way. */
    public static RecordingStatus at(RecordingKey recording, Step step, long attempts, OptionalDouble share) {
        return new RecordingStatus(recording, step, attempts, share, Optional.empty(), Optional.empty());
    }

    static RecordingStatus done(RecordingKey recording, long attempts, ProcessedRecording result) {
        return new RecordingStatus(recording, Step.DONE, attempts, OptionalDouble.empty(), Optional.of(result),
                Optional.empty());
    }

    /** Without a result: for now, if repeating helps and was not billed; else for good. */
    public static RecordingStatus failed(RecordingKey recording, long attempts, ScriptaException failure) {
        Step step = failure.retryable() && !failure.outcomeUnknown() ? Step.WAITING : Step.FAILED;
        return new RecordingStatus(recording, step, attempts, OptionalDouble.empty(), Optional.empty(),
                Optional.of(failure));
    }

    static RecordingStatus abandoned(RecordingKey recording, long attempts, ScriptaException failure) {
        return new RecordingStatus(recording, Step.ABANDONED, attempts, OptionalDouble.empty(), Optional.empty(),
                Optional.of(failure));
    }

    /** Whether nothing more will happen unless somebody asks; a deferred save is the backlog's. */
    public boolean isFinal() {
        return step == Step.DONE || step == Step.FAILED || step == Step.ABANDONED;
    }
}
