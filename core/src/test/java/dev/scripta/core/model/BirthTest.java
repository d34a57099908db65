package dev.scripta.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Values are checked at birth; the message names what is wrong. */
final class BirthTest {

    private static final String LONG = "x".repeat(101);
    private static final ConversationKey KEY = new ConversationKey(OwnerId.LOCAL, new SessionId("s"));
    private static final Content CONTENT = new Content(Transcript.of("text"), Analysis.NONE);
    private static final Head HEAD =
            new Head(new ConversationId(1), 1, new Order(0), CONTENT.fingerprint());
    private static final AudioSource AUDIO = new AudioFile(Path.of("a"), 0);
    private static final Instant NOW = Instant.parse("2024-05-06T07:08:09.123456789Z");

    @TestFactory
    Stream<DynamicTest> what_no_store_can_keep_is_refused() {
        return Stream.of(refused("transcript", "NUL", () -> Transcript.of("a\0b")),
                refused("transcript", "lone surrogate", () -> Transcript.of("a\ud83d")),
                refused("transcript", "lone surrogate", () -> Transcript.of("\ude00\ud83d")),
                refused("transcript", "lone surrogate", () -> Transcript.of("\ud83d\ud83d\ude00")),
                refused("segment text", "NUL", () -> new Segment(Duration.ZERO, Duration.ZERO, "\0")),
                refused("segment text", "lone surrogate", () -> new Segment(Duration.ZERO, Duration.ZERO, "\ud83dx")),
                refused("string", "NUL", () -> new JsonString("\0")),
                refused("string", "lone surrogate", () -> new JsonString("\udbff")),
                refused("member name", "NUL", () -> JsonObject.of("\0", "")),
                refused("member name", "lone surrogate", () -> JsonObject.of("\udfff", "")));
    }

    @TestFactory
    Stream<DynamicTest> identifiers_have_1_to_100_visible_characters() {
        Stream<String> wrong = Stream.of("", " ", "\u2003", LONG, "\ud83d\ude00".repeat(101), "a\nb", "a\u007f",
                "a\u0085",
                "\0", "\ud83d");
        return wrong.flatMap(text -> Stream.of(refused("session_id", "", () -> new SessionId(text)),
                refused("owner id", "", () -> new OwnerId(text)),
                refused("language", "", () -> transcript(Optional.of(text), Optional.empty())),
                refused("engine", "", () -> transcript(Optional.empty(), Optional.of(text)))));
    }

    @TestFactory
    Stream<DynamicTest> numbers_have_bounds() {
        return Stream.of(refused("conversation id", "1 to", () -> new ConversationId(0)),
                refused("conversation id", "1 to", () -> new ConversationId(ConversationId.MAX_VALUE + 1)),
                refused("order", "0 to", () -> new Order(-1)),
                refused("order", "0 to", () -> new Order(Order.MAX_VALUE + 1)),
                refused("revision", "1 or more", () -> new Head(HEAD.id(), 0, HEAD.order(), HEAD.fingerprint())),
                refused("expected revision", "negative", () -> request().expecting(-1)),
                refused("page", "1 or more", () -> new PageRequest(0, 1)),
                refused("limit", "0 to 50", () -> new PageRequest(1, -1)),
                refused("limit", "0 to 50", () -> new PageRequest(1, 51)),
                refused("total", "negative", () -> new ConversationPage(new PageRequest(1, 1), List.of(), -1)),
                refused("number", "double", () -> new JsonNumber(new BigDecimal("1E+309"))),
                refused("number", "double", () -> new JsonNumber(new BigDecimal("-1E+309"))),
                refused("segment", "starts at 0", () -> new Segment(Duration.ofNanos(-1), Duration.ZERO, "")),
                refused("segment", "does not end", () -> new Segment(Duration.ofMillis(2), Duration.ofMillis(1), "")),
                refused("segments", "order of their start", () -> new Transcript("", Optional.empty(),
                        List.of(segment(2), segment(1)), Optional.empty())),
                refused("SHA-256", "64", () -> new Sha256("00")),
                refused("SHA-256", "64", () -> new Sha256("A".repeat(64))),
                refused("analysis", "200", () -> new Analysis(nested(Analysis.MAX_DEPTH + 1))),
                refused("analysis", "200", () -> new Analysis(nested(100_000))));
    }

    @Test
    void bounds_themselves_are_admitted() {
        assertEquals(1, new ConversationId(1).value());
        assertEquals(9_007_199_254_740_991L, new ConversationId(ConversationId.MAX_VALUE).value());
        assertEquals(100, new SessionId("x".repeat(100)).value().length());
        assertEquals(200, new SessionId("\ud83d\ude00".repeat(100)).value().length());
        assertEquals(Analysis.MAX_DEPTH, new Analysis(nested(Analysis.MAX_DEPTH)).json().depth());
        assertEquals(50, new PageRequest(1, 50).size());
        assertEquals((Integer.MAX_VALUE - 1L) * 50, new PageRequest(Integer.MAX_VALUE, 50).offset());
        assertEquals(0, request().expecting(0).expectedRevision().orElseThrow());
        assertEquals("-1.7976931348623157e+308", Json.number(-Double.MAX_VALUE).toCanonicalJson());
        assertEquals(2, new Transcript("", Optional.empty(), List.of(segment(1), segment(1)), Optional.empty())
                .segments()
                .size());
    }

    @Test
    void times_are_cut_to_the_microsecond() {
        Instant cut = Instant.parse("2024-05-06T07:08:09.123456Z");
        Instant beforeEpoch = Instant.ofEpochSecond(-1, 999_999_999);
        assertEquals(cut, request().at());
        assertEquals(cut, new Conversation(KEY, HEAD, CONTENT, NOW, NOW).createdAt());
        assertEquals(cut, new Conversation(KEY, HEAD, CONTENT, NOW, NOW).updatedAt());
        assertEquals(cut, new ConversationSummary(HEAD.id(), KEY, Analysis.NONE, NOW).createdAt());
        assertEquals(Instant.ofEpochSecond(-1, 999_999_000),
                new Conversation(KEY, HEAD, CONTENT, beforeEpoch, NOW).createdAt());
    }

    @Test
    void line_ends_become_line_feeds() {
        assertEquals("a\nb\nc\n\n", Transcript.of("a\r\nb\rc\n\r\n").text());
        assertEquals("a\nb", new Segment(Duration.ZERO, Duration.ZERO, "a\r\nb").text());
    }

    @Test
    void collections_are_copied() {
        List<Segment> segments = new ArrayList<>(List.of(segment(1)));
        List<JsonValue> elements = new ArrayList<>(List.of(JsonNull.NULL));
        Map<String, JsonValue> members = new HashMap<>(Map.of("a", JsonNull.NULL));
        Transcript transcript = new Transcript("", Optional.empty(), segments, Optional.empty());
        JsonArray array = new JsonArray(elements);
        JsonObject object = new JsonObject(members);
        segments.clear();
        elements.clear();
        members.clear();
        assertEquals(1, transcript.segments().size());
        assertEquals("[null]", array.toJson());
        assertEquals("{\"a\":null}", object.toJson());
        assertThrows(UnsupportedOperationException.class, () -> object.members().clear());
    }

    @TestFactory
    Stream<DynamicTest> null_is_refused_by_name() {
        Optional<String> none = Optional.empty();
        return Stream.of(missing("json", () -> new Analysis(null)), missing("transcript", () -> new Content(null,
                Analysis.NONE)),
                missing("analysis", () -> new Content(CONTENT.transcript(), null)),
                missing("key", () -> new Conversation(null, HEAD, CONTENT, NOW, NOW)),
                missing("head", () -> new Conversation(KEY, null, CONTENT, NOW, NOW)),
                missing("content", () -> new Conversation(KEY, HEAD, null, NOW, NOW)),
                missing("createdAt", () -> new Conversation(KEY, HEAD, CONTENT, null, NOW)),
                missing("updatedAt", () -> new Conversation(KEY, HEAD, CONTENT, NOW, null)),
                missing("owner", () -> new ConversationKey(null, KEY.session())),
                missing("session", () -> new ConversationKey(KEY.owner(), null)),
                missing("request", () -> new ConversationPage(null, List.of(), 0)),
                missing("entries", () -> new ConversationPage(new PageRequest(1, 1), null, 0)),
                missing("id", () -> new ConversationSummary(null, KEY, Analysis.NONE, NOW)),
                missing("key", () -> new ConversationSummary(HEAD.id(), null, Analysis.NONE, NOW)),
                missing("analysis", () -> new ConversationSummary(HEAD.id(), KEY, null, NOW)),
                missing("createdAt", () -> new ConversationSummary(HEAD.id(), KEY, Analysis.NONE, null)),
                missing("id", () -> new Head(null, 1, HEAD.order(), HEAD.fingerprint())),
                missing("order", () -> new Head(HEAD.id(), 1, null, HEAD.fingerprint())),
                missing("fingerprint", () -> new Head(HEAD.id(), 1, HEAD.order(), null)),
                missing("elements", () -> new JsonArray(null)), missing("value", () -> new JsonNumber(null)),
                missing("members", () -> new JsonObject(null)), missing("string", () -> new JsonString(null)),
                missing("members", () -> {
                    Map<String, JsonValue> members = new HashMap<>();
                    members.put("a", null);
                    new JsonObject(members);
                }), missing("owner id", () -> new OwnerId(null)),
                missing("key", () -> new Recording(null, AUDIO, HEAD
                        .fingerprint())),
                missing("audio", () -> new Recording(KEY, null, HEAD.fingerprint())),
                missing("digest", () -> new Recording(KEY, AUDIO, null)),
                missing("key", () -> SaveRequest.of(null, CONTENT, HEAD.order(), NOW)),
                missing("content", () -> SaveRequest.of(KEY, null, HEAD.order(), NOW)),
                missing("order", () -> SaveRequest.of(KEY, CONTENT, null, NOW)),
                missing("at", () -> SaveRequest.of(KEY, CONTENT, HEAD.order(), null)),
                missing("expectedRevision", () -> new SaveRequest(KEY, CONTENT, HEAD.order(), NOW, null)),
                missing("outcome", () -> new SaveResult(null, Optional.of(HEAD))),
                missing("head", () -> new SaveResult(SaveOutcome.CREATED, null)),
                missing("start", () -> new Segment(null, Duration.ZERO, "")),
                missing("end", () -> new Segment(Duration.ZERO, null, "")),
                missing("segment text", () -> new Segment(Duration.ZERO, Duration.ZERO, null)),
                missing("session_id", () -> new SessionId(null)), missing("hex", () -> new Sha256(null)),
                missing("transcript", () -> Transcript.of(null)),
                missing("language", () -> new Transcript("", null, List.of(), none)),
                missing("segments", () -> new Transcript("", none, null, none)),
                missing("engine", () -> new Transcript("", none, List.of(), null)));
    }

    private static DynamicTest refused(String name, String why, Executable birth) {
        return DynamicTest.dynamicTest(name + " " + why, () -> {
            String message = assertThrows(IllegalArgumentException.class, birth).getMessage();
            assertTrue(message.contains(name) && message.contains(why), message);
        });
    }

    private static DynamicTest missing(String name, Executable birth) {
        return DynamicTest.dynamicTest(name, () -> {
            String message = String.valueOf(assertThrows(NullPointerException.class, birth).getMessage());
            assertTrue(message.contains(name), message);
        });
    }

    private static SaveRequest request() {
        return new SaveRequest(KEY, CONTENT, HEAD.order(), NOW, OptionalLong.empty());
    }

    private static Transcript transcript(Optional<String> language, Optional<String> engine) {
        return new Transcript("", language, List.of(), engine);
    }

    private static Segment segment(int seconds) {
        return new Segment(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds), "");
    }

    private static JsonObject nested(int depth) {
        JsonValue value = JsonObject.EMPTY;
        for (int i = 2; i < depth; i++) {
            value = Json.array(value);
        }
        return Json.object("in", value);
    }
}
