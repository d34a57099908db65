package dev.scripta.adapters.http.export;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What exports are tested on. */
final class Samples {

    static final SessionId SESSION = new SessionId("f81d4fae-7dec-4d0a-a765-00a0c91e6bf6");
    static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-22T07:26:25+01:00");

    private Samples() {}

    /** A file beside this class. */
    static String file(String name) throws IOException {
        try (var file = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return (JsonObject) value(reader.readValue());
        }
    }

    private static JsonValue value(jakarta.json.JsonValue json) {
        return switch (json.getValueType()) {
            case OBJECT -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                json.asJsonObject().forEach((name, member) -> members.put(name, value(member)));
                yield new JsonObject(members);
            }
            case ARRAY -> new JsonArray(json.asJsonArray().stream().map(Samples::value).toList());
            case STRING -> new JsonString(((jakarta.json.JsonString) json).getString());
            case NUMBER -> new JsonNumber(((jakarta.json.JsonNumber) json).bigDecimalValue());
            case TRUE -> JsonBoolean.TRUE;
            case FALSE -> JsonBoolean.FALSE;
            case NULL -> JsonNull.NULL;
        };
    }

    static Segment segment(long startMillis, long endMillis, String text) {
        return new Segment(Duration.ofMillis(startMillis), Duration.ofMillis(endMillis), text);
    }

    static Transcript timed(Segment... segments) {
        return new Transcript("all of it", Optional.of("en"), List.of(segments), Optional.of("test"));
    }

    static Conversation conversation(Transcript transcript, String analysis) {
        Instant time = TIME.toInstant();
        Head head = new Head(new ConversationId(7), 1, new Order(1), Sha256.of(new byte[0]));
        return new Conversation(new ConversationKey(OwnerId.LOCAL, SESSION), head,
                new Content(transcript, new Analysis(object(analysis))), time, time);
    }
}
