package dev.scripta.core;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.usecase.ProcessedRecording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What is spoken, whose it is and which session it was stays out of every toString and message. */
final class LeakTest {

    private static final String MARKER = "4711";

    @TestFactory
    Stream<DynamicTest> no_toString_tells() {
        String spoken = "spoken " + MARKER;
        Transcript transcript = new Transcript(spoken, Optional.empty(),
                List.of(new Segment(Duration.ZERO, Duration.ZERO, spoken)), Optional.empty());
        JsonObject json = new JsonObject(Map.of(MARKER, new JsonArray(List.of(new JsonString(spoken)))));
        Content content = new Content(transcript, new Analysis(json));
        SessionId session = new SessionId("session " + MARKER);
        ConversationKey key = new ConversationKey(new OwnerId("owner " + MARKER), session);
        ConversationSummary summary =
                new ConversationSummary(new ConversationId(1), key, content.analysis(), Instant.EPOCH);
        return Stream.of(transcript, transcript.segments(), json, json.get(MARKER), new JsonString(spoken),
                new JsonNumber(new BigDecimal(MARKER)), content.analysis(), content, session, key.owner(), key, summary,
                new ConversationPage(new PageRequest(1, 1), List.of(summary), 1),
                new Conversation(key, new Head(new ConversationId(1), 1, new Order(0), content.fingerprint()), content,
                        Instant.EPOCH, Instant.EPOCH),
                SaveRequest.of(key, content, new Order(0), Instant.EPOCH),
                new ProcessedRecording(content, SaveResult.SKIPPED, false), new StorageFailedException("away", true).in(
                        session))
                .map(value -> DynamicTest.dynamicTest(value.getClass().getSimpleName(),
                        () -> assertNotTold(value.toString())));
    }

    @TestFactory
    Stream<DynamicTest> no_message_tells() {
        return Stream.<Executable>of(() -> Transcript.of(MARKER + "\0"), () -> Transcript.of(MARKER + "\ud83d"),
                () -> new JsonString(MARKER + "\0"), () -> JsonObject.of(MARKER + "\0", ""),
                () -> new Segment(Duration.ZERO, Duration.ZERO, MARKER + "\0"), () -> new SessionId(MARKER + "\n"),
                () -> new SessionId(MARKER.repeat(30)), () -> new OwnerId(MARKER + "\n"),
                () -> new JsonNumber(new BigDecimal(MARKER + "E+400")))
                .map(birth -> DynamicTest.dynamicTest("message", () -> assertNotTold(
                        assertThrows(IllegalArgumentException.class, birth).toString())));
    }

    private static void assertNotTold(String told) {
        assertFalse(told.contains(MARKER), told);
    }
}
