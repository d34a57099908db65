package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import java.time.Instant;

/** What these tests save. */
final class Requests {

    static final OwnerId OWNER = new OwnerId("owner");

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private Requests() {}

    static ConversationKey key(String session) {
        return new ConversationKey(OWNER, new SessionId(session));
    }

    static SaveRequest save(String session, String text, long order) {
        Content content = new Content(Transcript.of(text), new Analysis(JsonObject.of("summary", text)));
        return SaveRequest.of(key(session), content, new Order(order), NOON.plusSeconds(order));
    }
}
