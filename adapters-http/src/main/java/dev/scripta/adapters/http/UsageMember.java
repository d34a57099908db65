package dev.scripta.adapters.http;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineCall;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the engines used for a result.
 *
 * @param transcription the calls that recognised it
 * @param analysis the calls that analysed it
 */
@JsonbPropertyOrder({"transcription", "analysis"})
public record UsageMember(List<Call> transcription, List<Call> analysis) {

    /** Left out where no call is known, as of what a page saved. */
    static Optional<UsageMember> of(Content content) {
        List<EngineCall> heard = content.transcript().calls();
        List<EngineCall> read = content.analysis().calls();
        return Optional.of(new UsageMember(heard.stream().map(Call::of).toList(), read.stream().map(Call::of).toList()))
                .filter(usage -> !heard.isEmpty() || !read.isEmpty());
    }

    /**
     * One answered call; what the engine did not tell is left out.
     *
     * @param engine who was called
     * @param model which of its models
     * @param requestId the engine's own id of the call
     * @param audioSeconds how much audio it counted
     * @param inputTokens how much it read
     * @param outputTokens how much it wrote
     */
    @JsonbPropertyOrder({"engine", "model", "requestId", "audioSeconds", "inputTokens", "outputTokens"})
    public record Call(String engine, Optional<String> model, @JsonbProperty("request_id") Optional<String> requestId,
            @JsonbProperty("audio_seconds") Optional<Double> audioSeconds,
            @JsonbProperty("input_tokens") OptionalLong inputTokens,
            @JsonbProperty("output_tokens") OptionalLong outputTokens) {

        private static Call of(EngineCall call) {
            return new Call(call.engine(), call.model(), call.request(), call.audio().map(Seconds::of),
                    call.inputTokens(), call.outputTokens());
        }
    }
}
