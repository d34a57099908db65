package dev.scripta.adapters.postgres.backlog;

import dev.scripta.adapters.postgres.json.JsonReading;
import dev.scripta.adapters.postgres.json.Provenance;
import dev.scripta.adapters.postgres.json.SegmentsJson;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Displaced;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A waiting save as JSON text, one member to a line so that a person can read it. The fingerprint is there to tell damage.
 * Members that are not known are passed over. Thread-safe.
 */
final class DeferredSaveJson {

    private static final String GAVE_WAY = "gave_way";

    private final JsonReading json = new JsonReading();

    static byte[] bytes(KeptSave kept) {
        Map<String, JsonValue> members = members(kept.save());
        if (!kept.displaced().orders().isEmpty()) {
            members.put(GAVE_WAY, DisplacedJson.of(kept.displaced()));
        }
        return bytes(members);
    }

    /** The text with the reason why the save was given up. */
    static byte[] bytes(DeferredSave save, String reason) {
        Map<String, JsonValue> members = members(save);
        members.put("given_up", string(reason));
        return bytes(members);
    }

    private static Map<String, JsonValue> members(DeferredSave save) {
        SaveRequest request = save.request();
        Transcript transcript = request.content().transcript();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("owner", string(save.key().owner().value()));
        members.put("session", string(save.key().session().value()));
        members.put("order", new JsonNumber(BigDecimal.valueOf(request.order().value())));
        members.put("at", string(request.at().toString()));
        save.audio().ifPresent(audio -> members.put("audio", string(audio.hex())));
        members.put("fingerprint", string(request.content().fingerprint().hex()));
        members.put("transcript", string(transcript.text()));
        transcript.language().ifPresent(language -> members.put("language", string(language)));
        transcript.engine().ifPresent(engine -> members.put("engine", string(engine)));
        members.put("segments", SegmentsJson.of(transcript.segments()));
        Provenance.of(transcript, request.content().analysis())
                .json()
                .ifPresent(provenance -> members.put("provenance", provenance));
        members.put("analysis", request.content().analysis().json());
        return members;
    }

    private static byte[] bytes(Map<String, JsonValue> members) {
        return members.entrySet()
                .stream()
                .map(member -> string(member.getKey()).toJson() + ": " + member.getValue().toJson())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    KeptSave read(String text) throws DamagedSaveException {
        try {
            JsonObject object = (JsonObject) json.read(text);
            DeferredSave save = save(object);
            if (!save.request().content().fingerprint().hex().equals(required(object, "fingerprint"))) {
                throw new DamagedSaveException("the words are not those that were written");
            }
            return new KeptSave(save, object.get(GAVE_WAY).map(DisplacedJson::displaced).orElse(Displaced.NONE));
        } catch (RuntimeException anything) {
            throw new DamagedSaveException("not a deferred save", anything);
        }
    }

    private static DeferredSave save(JsonObject object) {
        Provenance provenance = object.get("provenance").map(Provenance::read).orElse(Provenance.NONE);
        Transcript transcript = provenance.transcript(required(object, "transcript"), optional(object, "language"),
                SegmentsJson.segments(member(object, "segments")), optional(object, "engine"));
        Content content = new Content(transcript, provenance.analysis((JsonObject) member(object, "analysis")));
        ConversationKey key = new ConversationKey(new OwnerId(required(object, "owner")),
                new SessionId(required(object, "session")));
        Order order = new Order(((JsonNumber) member(object, "order")).value().longValueExact());
        return new DeferredSave(SaveRequest.of(key, content, order, Instant.parse(required(object, "at"))),
                optional(object, "audio").map(Sha256::new));
    }

    private static JsonValue member(JsonObject object, String name) {
        return object.get(name).orElseThrow();
    }

    private static String required(JsonObject object, String name) {
        return optional(object, name).orElseThrow();
    }

    private static Optional<String> optional(JsonObject object, String name) {
        return object.get(name).map(value -> ((JsonString) value).value());
    }

    private static JsonString string(String value) {
        return new JsonString(value);
    }
}
