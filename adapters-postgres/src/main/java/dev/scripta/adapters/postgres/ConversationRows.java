package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.FoldedWords;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SessionId;
import io.helidon.dbclient.DbRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /** Of the rows of {@link ConversationSql#LIST}. */
    ConversationPage page(PageRequest request, List<DbRow> list) {
        return new ConversationPage(request,
                list.stream()
                        .filter(row -> Columns.optionalText(row, "session_id").isPresent())
                        .map(this::summary)
                        .toList(),
                Columns.number(list.getFirst(), "total"));
    }

    /** Of those in which each of these begins a word. */
    ConversationPage page(PageRequest request, Set<String> beginnings, Stream<DbRow> all) {
        List<Conversation> found = all.map(this::conversation).filter(row -> has(row.content(), beginnings)).toList();
        return new ConversationPage(request,
                found.stream()
                        .skip(request.offset())
                        .limit(request.size())
                        .map(row -> new ConversationSummary(row.head().id(), row.key(), row.content().analysis(), row
                                .createdAt()))
                        .toList(),
                found.size());
    }

    private static boolean has(Content content, Set<String> beginnings) {
        List<String> there = Stream
                .concat(FoldedWords.of(content.transcript().text()), FoldedWords.of(content.analysis().json()))
                .toList();
        return !beginnings.isEmpty() && beginnings.stream()
                .allMatch(beginning -> there.stream().anyMatch(word -> word.startsWith(beginning)));
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
