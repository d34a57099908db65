package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Makes values of rows. Thread-safe. */
final class ConversationRows {

    private final JsonReading json = new JsonReading();

    Head head(DbRow row) {
        return new Head(id(row), number(row, "revision"), new Order(number(row, "order_key")),
                new Sha256(HexFormat.of().formatHex(row.column("fingerprint").get(byte[].class))));
    }

    Conversation conversation(DbRow row) {
        Transcript transcript = new Transcript(text(row, "transcript"), optionalText(row, "language"),
                SegmentsJson.segments(json.read(text(row, "segments"))), optionalText(row, "engine"));
        return new Conversation(key(row), head(row), new Content(transcript, analysis(row)), time(row, "created_at"),
                time(row, "updated_at"));
    }

    ConversationSummary summary(DbRow row) {
        return new ConversationSummary(id(row), key(row), analysis(row), time(row, "created_at"));
    }

    static long number(DbRow row, String column) {
        return row.column(column).get(Long.class);
    }

    private static ConversationId id(DbRow row) {
        return new ConversationId(number(row, "id"));
    }

    private static ConversationKey key(DbRow row) {
        return new ConversationKey(new OwnerId(text(row, "owner_id")), new SessionId(text(row, "session_id")));
    }

    private Analysis analysis(DbRow row) {
        return new Analysis((JsonObject) json.read(text(row, "analysis")));
    }

    private static Instant time(DbRow row, String column) {
        return row.column(column).get(Timestamp.class).toInstant();
    }

    private static String text(DbRow row, String column) {
        return row.column(column).get(String.class);
    }

    private static Optional<String> optionalText(DbRow row, String column) {
        return Optional.ofNullable(row.column(column).get(String.class));
    }
}
