package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SessionId;
import io.helidon.dbclient.DbRow;
import java.util.List;

/** Makes values of rows. Thread-safe. */
final class ConversationRows {

    private final Words words = new Words();

    Head head(DbRow row) {
        return new Head(id(row), Columns.number(row, "revision"), new Order(Columns.number(row, "order_key")),
                Columns.digest(row, "fingerprint"));
    }

    Conversation conversation(DbRow row) {
        return new Conversation(key(row), head(row), words.content(row), Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }

    /** Of the rows of {@link ConversationSql#LIST} or {@link ConversationSql#SEARCH}. */
    ConversationPage page(PageRequest request, List<DbRow> list) {
        return new ConversationPage(request,
                list.stream()
                        .filter(row -> Columns.optionalText(row, "session_id").isPresent())
                        .map(this::summary)
                        .toList(),
                Columns.number(list.getFirst(), "total"));
    }

    private ConversationSummary summary(DbRow row) {
        return new ConversationSummary(id(row), key(row), words.analysis(row), Columns.time(row, "created_at"));
    }

    static ConversationKey key(DbRow row) {
        return new ConversationKey(new OwnerId(Columns.text(row, "owner_id")),
                new SessionId(Columns.text(row, "session_id")));
    }

    private static ConversationId id(DbRow row) {
        return new ConversationId(Columns.number(row, "id"));
    }
}
