package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbStatement;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One method for each statement. Writing ones are sent as {@code get}: the client's {@code dml} reports failure for a
 * RETURNING statement that has already taken effect. Thread-safe.
 */
final class ConversationTable {

    private final DbClient database;
    private final ConversationRows rows = new ConversationRows();

    ConversationTable(DbClient database) {
        this.database = database;
    }

    Optional<Head> head(ConversationKey key) {
        return keyed(database.execute().createNamedGet("conversation-head", ConversationSql.FIND_HEAD), key)
                .execute().map(rows::head);
    }

    Optional<Head> saveNewest(SaveRequest request, Sha256 fingerprint, ConversationId offered) {
        return written(database.execute().createNamedGet("conversation-save", ConversationSql.SAVE_NEWEST), request,
                fingerprint).addParam("id", offered.value()).execute().map(rows::head);
    }

    Optional<Head> create(SaveRequest request, Sha256 fingerprint, ConversationId offered) {
        return written(database.execute().createNamedGet("conversation-create", ConversationSql.CREATE), request,
                fingerprint).addParam("id", offered.value()).execute().map(rows::head);
    }

    Optional<Head> replace(long revision, SaveRequest request, Sha256 fingerprint) {
        return written(database.execute().createNamedGet("conversation-replace", ConversationSql.REPLACE_REVISION), request,
                fingerprint).addParam("revision", revision).execute().map(rows::head);
    }

    Optional<Head> advanceOrder(SaveRequest request, Sha256 fingerprint) {
        return keyed(database.execute().createNamedGet("conversation-advance", ConversationSql.ADVANCE_ORDER),
                request.key()).addParam("order", request.order().value()).addParam("fingerprint", bytes(fingerprint))
                .execute().map(rows::head);
    }

    Optional<Conversation> find(ConversationKey key) {
        return keyed(database.execute().createNamedGet("conversation-by-session", ConversationSql.FIND_BY_SESSION), key)
                .execute().map(rows::conversation);
    }

    Optional<Conversation> find(OwnerId owner, ConversationId id) {
        return database.execute().createNamedGet("conversation-by-id", ConversationSql.FIND_BY_ID)
                .addParam("owner", owner.value()).addParam("id", id.value()).execute().map(rows::conversation);
    }

    /** Read to the end at once: the client gives the connection back only then. */
    List<ConversationSummary> list(OwnerId owner, PageRequest page) {
        return database.execute().createNamedQuery("conversation-list", ConversationSql.LIST)
                .addParam("owner", owner.value()).addParam("size", page.size()).addParam("offset", page.offset())
                .execute().map(rows::summary).toList();
    }

    long count(OwnerId owner) {
        return database.execute().createNamedGet("conversation-count", ConversationSql.COUNT)
                .addParam("owner", owner.value()).execute().map(row -> ConversationRows.number(row, "total")).orElse(0L);
    }

    boolean delete(OwnerId owner, ConversationId id) {
        return database.execute().createNamedDelete("conversation-delete", ConversationSql.DELETE)
                .addParam("owner", owner.value()).addParam("id", id.value()).execute() > 0;
    }

    private static <S extends DbStatement<S>> S written(S statement, SaveRequest request, Sha256 fingerprint) {
        Content content = request.content();
        return keyed(statement, request.key()).addParam("order", request.order().value())
                .addParam("fingerprint", bytes(fingerprint))
                .addParam("transcript", content.transcript().text())
                .addParam("language", content.transcript().language().orElse(null))
                .addParam("engine", content.transcript().engine().orElse(null))
                .addParam("segments", SegmentsJson.of(content.transcript().segments()).toJson())
                .addParam("analysis", content.analysis().json().toJson())
                .addParam("at", request.at().atOffset(ZoneOffset.UTC));
    }

    private static <S extends DbStatement<S>> S keyed(S statement, ConversationKey key) {
        return statement.addParam("owner", key.owner().value()).addParam("session", key.session().value());
    }

    private static byte[] bytes(Sha256 fingerprint) {
        return HexFormat.of().parseHex(fingerprint.hex());
    }
}
