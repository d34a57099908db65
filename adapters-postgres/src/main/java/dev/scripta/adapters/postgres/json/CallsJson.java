package dev.scripta.adapters.postgres.json;

import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Receipts as JSON objects; what is not known is left out. */
final class CallsJson {

    private CallsJson() {}

    static JsonArray of(List<EngineCall> calls) {
        return new JsonArray(calls.stream().map(CallsJson::json).toList());
    }

    private static JsonValue json(EngineCall call) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("engine", new JsonString(call.engine()));
        call.model().ifPresent(model -> members.put("model", new JsonString(model)));
        call.request().ifPresent(request -> members.put("request", new JsonString(request)));
        call.audio().ifPresent(audio -> members.put("audio_seconds", Times.seconds(audio)));
        call.inputTokens().ifPresent(tokens -> members.put("input_tokens", JsonNumber.of(tokens)));
        call.outputTokens().ifPresent(tokens -> members.put("output_tokens", JsonNumber.of(tokens)));
        return new JsonObject(members);
    }

    static List<EngineCall> calls(JsonValue json) {
        return ((JsonArray) json).elements().stream().map(element -> call((JsonObject) element)).toList();
    }

    private static EngineCall call(JsonObject json) {
        return new EngineCall(text(json, "engine").orElseThrow(), text(json, "model"), text(json, "request"),
                json.get("audio_seconds").map(Times::duration), number(json, "input_tokens"),
                number(json, "output_tokens"));
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name).map(value -> ((JsonString) value).value());
    }

    private static OptionalLong number(JsonObject json, String name) {
        return json.get(name)
                .map(value -> OptionalLong.of(((JsonNumber) value).value().longValueExact()))
                .orElse(OptionalLong.empty());
    }
}
