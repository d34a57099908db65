package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A row of {@code conversations}, whether its owner was taken over, and the fingerprint noted when it was itself. */
record OldConversation(long id, long paramedic, String session, String transcript, String analysis,
        Optional<LocalDateTime> createdAt, boolean ownerAdopted, Optional<Sha256> noted) implements OldRow {

    static OldConversation read(ResultSet row) throws SQLException {
        return new OldConversation(row.getLong("id"), row.getLong("paramedic_id"), row.getString("session_id"),
                row.getString("transcript"), row.getString("analysis"),
                Optional.ofNullable(row.getObject("created_at", LocalDateTime.class)), row.getBoolean("owner_adopted"),
                Sql.digest(row, "noted"));
    }

    /**
     * The conversation it becomes. It is as new as its creation, the only time that the older system keeps of it, and never
     * newer than now: what is saved from now on must win.
     */
    Conversation conversation(OldJson json, Instant now, Repairs repairs) {
        SessionId name = repairs.unlessRefused(() -> new SessionId(session), Repair.SESSION_ID,
                () -> new SessionId("adopted-" + id));
        Content content = new Content(Transcript.of(transcript), new Analysis(json.object(analysis, repairs)));
        Instant created = OldTimes.instant(createdAt, repairs);
        Order order = new Order(ChronoUnit.MICROS.between(Instant.EPOCH, created.isBefore(now) ? created : now));
        return new Conversation(new ConversationKey(new AccountId(paramedic).owner(), name),
                new Head(new ConversationId(id), 1, order, content.fingerprint()), content, created, created);
    }

    /** Prints the number only. */
    @Override
    public String toString() {
        return "OldConversation[" + id + "]";
    }
}
