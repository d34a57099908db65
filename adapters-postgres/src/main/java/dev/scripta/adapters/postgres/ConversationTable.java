package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatement;
import io.helidon.dbclient.DbStatementDml;
import io.helidon.dbclient.DbStatementGet;
import io.helidon.dbclient.DbStatementQuery;
import io.helidon.dbclient.DbTransaction;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

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
        return headFrom(keyed(get("conversation-head", ConversationSql.FIND_HEAD), key));
    }

    Optional<Head> saveNewest(SaveRequest request, Sha256 fingerprint, ConversationId offered) {
        DbStatementGet save = get("conversation-save", ConversationSql.SAVE_NEWEST);
        return headFrom(written(save, request, fingerprint).addParam("id", offered.value()));
    }

    Optional<Head> create(SaveRequest request, Sha256 fingerprint, ConversationId offered) {
        DbStatementGet create = get("conversation-create", ConversationSql.CREATE);
        return headFrom(written(create, request, fingerprint).addParam("id", offered.value()));
    }

    Optional<Head> replace(long revision, SaveRequest request, Sha256 fingerprint) {
        DbStatementGet replace = get("conversation-replace", ConversationSql.REPLACE_REVISION);
        return headFrom(written(replace, request, fingerprint).addParam("revision", revision));
    }

    Optional<Head> advanceOrder(SaveRequest request, Sha256 fingerprint) {
        DbStatementGet advance = get("conversation-advance", ConversationSql.ADVANCE_ORDER);
        return headFrom(identified(advance, request, fingerprint));
    }

    Optional<Conversation> find(ConversationKey key) {
        DbStatementGet find = keyed(get("conversation-by-session", ConversationSql.FIND_BY_SESSION), key);
        return find.execute().map(rows::conversation);
    }

    Optional<Conversation> find(OwnerId owner, ConversationId id) {
        DbStatementGet find = numbered(get("conversation-by-id", ConversationSql.FIND_BY_ID), owner, id);
        return find.execute().map(rows::conversation);
    }

    ConversationPage list(OwnerId owner, PageRequest page) {
        return page(page, database -> paged(database.createNamedQuery("conversation-list", ConversationSql.LIST), owner,
                page));
    }

    ConversationPage search(OwnerId owner, String query, PageRequest page) {
        return page(page, database -> paged(database.createNamedQuery("conversation-search", ConversationSql.SEARCH),
                owner, page).addParam("query", query));
    }

    /**
     * In a transaction, which is always rolled back: outside of one, the client loses the connection of a query that fails
     * while it is prepared or closed.
     */
    private ConversationPage page(PageRequest page, Function<DbExecute, DbStatementQuery> query) {
        DbTransaction transaction = database.transaction();
        try {
            return rows.page(page, query.apply(transaction).execute().toList());
        } finally {
            transaction.rollback();
        }
    }

    private static DbStatementQuery paged(DbStatementQuery query, OwnerId owner, PageRequest page) {
        return query.addParam("owner", owner.value()).addParam("size", page.size()).addParam("offset", page.offset());
    }

    boolean delete(OwnerId owner, ConversationId id) {
        DbStatementDml delete = database.execute().createNamedDelete("conversation-delete", ConversationSql.DELETE);
        return numbered(delete, owner, id).execute() > 0;
    }

    private DbStatementGet get(String name, String sql) {
        return database.execute().createNamedGet(name, sql);
    }

    private Optional<Head> headFrom(DbStatementGet statement) {
        return statement.execute().map(rows::head);
    }

    private static DbStatementGet written(DbStatementGet statement, SaveRequest request, Sha256 fingerprint) {
        return Words.add(identified(statement, request, fingerprint), request.content())
                .addParam("words", SearchLexemes.of(request.key().owner(), request.content()))
                .addParam("at", request.at().atOffset(ZoneOffset.UTC));
    }

    private static DbStatementGet identified(DbStatementGet statement, SaveRequest request, Sha256 fingerprint) {
        return keyed(statement, request.key())
                .addParam("order", request.order().value())
                .addParam("fingerprint", HexFormat.of().parseHex(fingerprint.hex()));
    }

    private static DbStatementGet keyed(DbStatementGet statement, ConversationKey key) {
        return statement.addParam("owner", key.owner().value()).addParam("session", key.session().value());
    }

    private static <S extends DbStatement<S>> S numbered(S statement, OwnerId owner, ConversationId id) {
        return statement.addParam("owner", owner.value()).addParam("id", id.value());
    }
}
