package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The table {@code conversations}. What was saved or deleted here is never undone by what the older system has. */
final class OldConversations implements OldTable<OldConversation> {

    private static final String SOURCE = "conversations";

    private static final String PAGE = """
            SELECT c.id, c.paramedic_id, c.session_id, c.transcript, CAST(c.analysis AS text) AS analysis, c.created_at,
                o.id IS NOT NULL AS owner_adopted, n.fingerprint AS noted
            FROM conversations c
                LEFT JOIN adoption o ON o.source = 'paramedics' AND o.id = c.paramedic_id
                LEFT JOIN adoption n ON n.source = 'conversations' AND n.id = c.id
            WHERE c.id > ? ORDER BY c.id LIMIT ?
            """;
    /** No row: the owner has another conversation of that session, or of that number. */
    private static final String CREATE = """
            INSERT INTO conversation (owner_id, session_id, id, revision, order_key, fingerprint, transcript, segments,
                analysis, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, '[]', CAST(? AS json), ?, ?)
            ON CONFLICT DO NOTHING
            """;
    /** No row: it is not any more what was taken over. */
    private static final String UPDATE = """
            UPDATE conversation SET revision = revision + 1, order_key = order_key + 1, fingerprint = ?, transcript = ?,
                language = NULL, engine = NULL, segments = '[]', provenance = NULL, analysis = CAST(? AS json),
                updated_at = ?
            WHERE owner_id = ? AND session_id = ? AND fingerprint = ?
            """;
    private static final String OF_SESSION = "SELECT 1 FROM conversation WHERE owner_id = ? AND session_id = ?";
    private static final String OF_CONTENT = OF_SESSION + " AND fingerprint = ?";

    private final OldJson json = new OldJson();
    private final Clock clock;
    private final Notes notes;

    OldConversations(Clock clock) {
        this.clock = clock;
        this.notes = new Notes(SOURCE, clock);
    }

    @Override
    public List<OldConversation> after(Connection connection, long id, int limit) throws SQLException {
        return Sql.query(connection, OldConversation::read, PAGE, id, limit);
    }

    @Override
    public Outcome adopt(Connection connection, OldConversation row, Repairs repairs) throws SQLException {
        if (!row.ownerAdopted()) {
            return Outcome.OWNER_NOT_ADOPTED;
        }
        Conversation conversation = row.conversation(json, clock.instant(), repairs);
        return row.noted().isPresent()
                ? adoptAgain(connection, row.id(), conversation, row.noted().get())
                : adoptFirst(connection, row.id(), conversation);
    }

    private Outcome adoptFirst(Connection connection, long id, Conversation conversation) throws SQLException {
        if (!notes.add(connection, id, conversation.head().fingerprint())) {
            return Outcome.THERE_ALREADY;
        }
        if (create(connection, conversation)) {
            return Outcome.ADOPTED;
        }
        if (isHere(connection, conversation)) {
            return Outcome.THERE_ALREADY;
        }
        notes.remove(connection, id);
        ConversationKey key = conversation.key();
        return Sql.exists(connection, OF_SESSION, key.owner().value(), key.session().value())
                ? Outcome.SESSION_TAKEN
                : Outcome.ID_TAKEN;
    }

    private Outcome adoptAgain(Connection connection, long id, Conversation conversation, Sha256 noted)
            throws SQLException {
        Sha256 fingerprint = conversation.head().fingerprint();
        if (fingerprint.equals(noted)) {
            return Outcome.THERE_ALREADY;
        }
        boolean updated = update(connection, conversation, noted);
        if (!updated && !isHere(connection, conversation)) {
            return Outcome.CHANGED_IN_BOTH;
        }
        notes.change(connection, id, fingerprint);
        return updated ? Outcome.UPDATED : Outcome.THERE_ALREADY;
    }

    private static boolean create(Connection connection, Conversation conversation) throws SQLException {
        ConversationKey key = conversation.key();
        Head head = conversation.head();
        Content content = conversation.content();
        return Sql.update(connection, CREATE, key.owner().value(), key.session().value(), head.id().value(),
                head.revision(), head.order().value(), head.fingerprint(), content.transcript().text(),
                content.analysis().json().toJson(), conversation.createdAt(), conversation.updatedAt()) == 1;
    }

    private boolean update(Connection connection, Conversation conversation, Sha256 noted) throws SQLException {
        ConversationKey key = conversation.key();
        Content content = conversation.content();
        return Sql.update(connection, UPDATE, conversation.head().fingerprint(), content.transcript().text(),
                content.analysis().json().toJson(), clock.instant(), key.owner().value(), key.session().value(),
                noted) == 1;
    }

    private static boolean isHere(Connection connection, Conversation conversation) throws SQLException {
        ConversationKey key = conversation.key();
        return Sql.exists(connection, OF_CONTENT, key.owner().value(), key.session().value(),
                conversation.head().fingerprint());
    }
}
