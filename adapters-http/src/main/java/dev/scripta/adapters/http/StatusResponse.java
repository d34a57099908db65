package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.RetryAfter;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.usecase.RecordingStatus;
import dev.scripta.core.usecase.Step;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a recording stands.
 *
 * @param sessionId as sent
 * @param audioSha256 the digest of its bytes
 * @param stage how far it is, in lower case
 * @param attempts how often work on it was begun
 * @param progress how much of the stage is done, 0 to 1; left out when the engine does not tell
 * @param retryAfter in how many seconds a waiting one goes on at the earliest
 * @param problem why it waits or failed
 * @param result what came of it, once it is done
 */
@JsonbPropertyOrder({"sessionId", "audioSha256", "stage", "attempts", "progress", "retryAfter", "problem", "result"})
public record StatusResponse(@JsonbProperty("session_id") String sessionId,
        @JsonbProperty("audio_sha256") String audioSha256, String stage, long attempts, OptionalDouble progress,
        @JsonbProperty("retry_after") OptionalLong retryAfter, Optional<ProblemMember> problem,
        Optional<UploadAudioResponse> result) {

    private static final double STEPS = 1000;

    /** The status with its result, told at this local time. */
    public static StatusResponse of(RecordingStatus status, ZonedDateTime now) {
        RecordingKey key = status.recording();
        return of(status, status.result()
                .map(result -> UploadAudioResponse.of(key.conversation().session(), key.audio(), result.content(),
                        result.save(), now)));
    }

    /** The status alone. */
    static StatusResponse withoutResult(RecordingStatus status) {
        return of(status, Optional.empty());
    }

    private static StatusResponse of(RecordingStatus status, Optional<UploadAudioResponse> result) {
        Optional<ScriptaException> failure = status.failure();
        OptionalLong wait = failure.filter(reason -> status.step() == Step.WAITING)
                .map(ErrorMapping::wait)
                .map(rest -> OptionalLong.of(RetryAfter.seconds(rest)))
                .orElse(OptionalLong.empty());
        return new StatusResponse(status.recording().conversation().session().value(),
                status.recording().audio().hex(), status.step().name().toLowerCase(Locale.ROOT), status.attempts(),
                rounded(status.share()), wait, failure.map(ErrorMapping::problem).map(ProblemMember::of), result);
    }

    private static OptionalDouble rounded(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(Math.round(share.getAsDouble() * STEPS) / STEPS) : share;
    }
}
