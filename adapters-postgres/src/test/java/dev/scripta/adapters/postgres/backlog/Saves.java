package dev.scripta.adapters.postgres.backlog;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What these tests defer. */
final class Saves {

    /** Room for all of it. */
    static final BacklogLimits PLENTY = new BacklogLimits(1_000, 64L << 20);

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private Saves() {}

    static DeferredSave save(String session, String text, long order) {
        return save(session, Transcript.of(text), order);
    }

    /** The same content to its fingerprint, but not the same. */
    static DeferredSave withLanguage(DeferredSave save) {
        return save(save.key().session().value(),
                new Transcript(save.request().content().transcript().text(), Optional.of("en"), List.of(),
                        Optional.empty()),
                save.request().order().value());
    }

    private static DeferredSave save(String session, Transcript transcript, long order) {
        ConversationKey key = new ConversationKey(new OwnerId("owner"), new SessionId(session));
        Content content = new Content(transcript, new Analysis(JsonObject.of("summary", transcript.text())));
        return new DeferredSave(SaveRequest.of(key, content, new Order(order), NOON.plusSeconds(order)),
                Optional.empty());
    }
}
