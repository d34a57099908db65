package dev.scripta.core.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The receipt of one answered call of an engine: who did it, and what it used, as far as the engine told. It is kept with
 * the result, so that a bill can be checked and a result can be traced to the model that made it.
 *
 * @param engine who was called
 * @param model which of its models, by the engine's own word where it told
 * @param request the engine's own id of the call, to ask its maker about it
 * @param audio how much audio it counted
 * @param inputTokens how much it read
 * @param outputTokens how much it wrote
 */
public record EngineCall(String engine, Optional<String> model, Optional<String> request, Optional<Duration> audio,
        OptionalLong inputTokens, OptionalLong outputTokens) {

    private static final int MAX_NAME = 200;

    /** Checks names and amounts. */
    public EngineCall {
        Text.identifier("engine", engine, MAX_NAME);
        model.ifPresent(name -> Text.identifier("model", name, MAX_NAME));
        request.ifPresent(id -> Text.identifier("request", id, MAX_NAME));
        Objects.requireNonNull(audio, "audio");
        if (audio.filter(Duration::isNegative).isPresent() || inputTokens.orElse(0) < 0
                || outputTokens.orElse(0) < 0) {
            throw new IllegalArgumentException("what an engine used must not be negative");
        }
    }

    /** A call of which only the engine is known. */
    public static EngineCall of(String engine) {
        return new EngineCall(engine, Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(),
                OptionalLong.empty());
    }

    /** The same call of this model. */
    public EngineCall ofModel(String name) {
        return new EngineCall(engine, Optional.of(name), request, audio, inputTokens, outputTokens);
    }

    /** The same call with the engine's own id of it. */
    public EngineCall withRequest(String id) {
        return new EngineCall(engine, model, Optional.of(id), audio, inputTokens, outputTokens);
    }

    /** The same call, which counted this much audio. */
    public EngineCall withAudio(Duration time) {
        return new EngineCall(engine, model, request, Optional.of(time), inputTokens, outputTokens);
    }

    /** The same call, which read and wrote so much. */
    public EngineCall withTokens(long input, long output) {
        return new EngineCall(engine, model, request, audio, OptionalLong.of(input), OptionalLong.of(output));
    }
}
