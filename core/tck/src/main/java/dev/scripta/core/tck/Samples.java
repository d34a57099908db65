package dev.scripta.core.tck;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.model.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * What one test saves. Owners are new in each test, so that it needs no empty store and meets nobody else's data; choices
 * are the same in each run and vary with the system property {@value #SEED}.
 */
public final class Samples {

    /** The system property with the seed of all choices, 1 unless set. */
    public static final String SEED = "scripta.tck.seed";

    static final Content A = content("Anna says good morning.");
    static final Content B = content("Boris answers good evening.");
    static final Content C = content("Clara says good night.");

    private static final Duration LATER = Duration.ofNanos(1_234_567_891);
    private static final Instant START = Instant.parse("2024-05-06T07:08:09Z");

    private final OwnerId owner = newOwner("");
    private final Random choices = new Random(Long.getLong(SEED, 1));

    Samples() {}

    OwnerId owner() {
        return owner;
    }

    Random choices() {
        return choices;
    }

    /** A session of this test's owner that nobody used. */
    ConversationKey newKey() {
        return key(UUID.randomUUID().toString());
    }

    ConversationKey key(String session) {
        return new ConversationKey(owner, new SessionId(session));
    }

    static OwnerId newOwner(String ending) {
        return new OwnerId("tck " + UUID.randomUUID() + ending);
    }

    static Content content(String text) {
        return new Content(Transcript.of(text), new Analysis(JsonObject.of("summary", text)));
    }

    /** Content with everything a transcript and an analysis can have. */
    static Content richContent(String text) {
        Duration late = Duration.ofHours(30).plusNanos(1);
        List<Word> words = List.of(new Word(Duration.ZERO, Duration.ofNanos(1), text), new Word(LATER, late, "β"));
        List<Segment> segments = List.of(new Segment(Duration.ZERO, Duration.ofMillis(1_234), text, words),
                new Segment(LATER, late, text));
        return new Content(
                new Transcript(text, Optional.of("de-CH-1996"), segments, Optional.of("engine 1.0 (β)"),
                        List.of(new Gap(Duration.ofMillis(1_234), LATER), new Gap(LATER, late)),
                        List.of(EngineCall.of("heard"), EngineCall.of("heard").ofModel("large β").withAudio(late))),
                new Analysis(content(text).analysis().json(), Optional.of("general β"),
                        List.of(EngineCall.of("read").withRequest("req_1").withTokens(0, Long.MAX_VALUE),
                                EngineCall.of("read again"))));
    }

    static Content content(JsonObject analysis) {
        return new Content(A.transcript(), new Analysis(analysis));
    }

    /** A save of that order at a time of its own. */
    static SaveRequest request(ConversationKey key, Content content, long order) {
        return SaveRequest.of(key, content, new Order(order), at(order));
    }

    /** The time noted by {@link #request} of that order. */
    static Instant at(long order) {
        return START.plusSeconds(order);
    }
}
