package dev.scripta.adapters.postgres;

import dev.scripta.core.model.PageRequest;

/**
 * The statements, each a transaction of its own at READ COMMITTED. Portable to PostgreSQL's distributed kin: owner first in
 * every key, times bound, no system columns, no advisory locks, no MERGE. Each writing statement has one meaning, so that
 * the row it returns, or does not, tells what happened.
 */
final class ConversationSql {

    /** A save and the words by which it is found are one statement: both are there, or neither. */
    private static final String SAVED = "WITH saved AS (";
    private static final String SEARCHABLE = """
            ), searchable AS (
                INSERT INTO conversation_words AS w (owner_id, id, created_at, revision, tagged_for, words)
                SELECT owner_id, id, created_at, revision, owner_id, CAST(:words AS tsvector) FROM saved
                ON CONFLICT (owner_id, id) DO UPDATE
                SET revision = excluded.revision, tagged_for = excluded.tagged_for, words = excluded.words)
            SELECT id, revision, order_key, fingerprint FROM saved
            """;

    private static final String INSERT = """
            INSERT INTO conversation AS c (owner_id, session_id, id, revision, order_key, fingerprint,
                transcript, language, engine, segments, provenance, analysis, created_at, updated_at)
            VALUES (:owner, :session, :id, 1, :order, :fingerprint,
                :transcript, :language, :engine, CAST(:segments AS json), CAST(:provenance AS json),
                CAST(:analysis AS json), :at, :at)
            ON CONFLICT (owner_id, session_id)
            """;

    private static final String HEAD = "id, revision, order_key, fingerprint";
    private static final String RETURNING_HEAD = "RETURNING " + HEAD;
    private static final String RETURNING_MORE = ", owner_id, created_at";
    private static final String CONVERSATION = "SELECT " + HEAD + """
            , owner_id, session_id, transcript, language, engine,
                CAST(segments AS text) AS segments, CAST(provenance AS text) AS provenance,
                CAST(analysis AS text) AS analysis, created_at, updated_at
            FROM conversation
            """;

    /** What a save needs to know before it writes, and all it needs to read. */
    static final String FIND_HEAD = "SELECT " + HEAD
            + " FROM conversation WHERE owner_id = :owner AND session_id = :session";

    /**
     * Creates, or replaces what is older and other. Revision 1 in the answer means created, for a replacement has 2 or
     * more. No row: the conversation has this content already, or is newer.
     */
    static final String SAVE_NEWEST = SAVED + INSERT + """
            DO UPDATE SET revision = c.revision + 1, order_key = excluded.order_key, fingerprint = excluded.fingerprint,
                transcript = excluded.transcript, language = excluded.language, engine = excluded.engine,
                segments = excluded.segments, provenance = excluded.provenance, analysis = excluded.analysis,
                updated_at = excluded.updated_at
            WHERE c.fingerprint <> excluded.fingerprint
                AND (c.order_key, c.fingerprint) < (excluded.order_key, excluded.fingerprint)
            RETURNING c.id, c.revision, c.order_key, c.fingerprint, c.owner_id, c.created_at
            """ + SEARCHABLE;

    /** Creates. No row: there is a conversation. */
    static final String CREATE = SAVED + INSERT + "DO NOTHING " + RETURNING_HEAD + RETURNING_MORE + SEARCHABLE;

    /** Replaces this revision whatever its order. No row: it is another revision, or has this content already. */
    static final String REPLACE_REVISION = SAVED + """
            UPDATE conversation SET revision = revision + 1, order_key = GREATEST(order_key + 1, :order),
                fingerprint = :fingerprint, transcript = :transcript, language = :language, engine = :engine,
                segments = CAST(:segments AS json), provenance = CAST(:provenance AS json),
                analysis = CAST(:analysis AS json), updated_at = :at
            WHERE owner_id = :owner AND session_id = :session
                AND revision = :revision AND fingerprint <> :fingerprint
            """ + RETURNING_HEAD + RETURNING_MORE + SEARCHABLE;

    /** Notes a newer order of the same content. No row: the content is another, or the order is as new already. */
    static final String ADVANCE_ORDER = """
            UPDATE conversation SET order_key = :order
            WHERE owner_id = :owner AND session_id = :session AND fingerprint = :fingerprint AND order_key < :order
            """ + RETURNING_HEAD;

    static final String FIND_BY_SESSION = CONVERSATION + "WHERE owner_id = :owner AND session_id = :session";

    static final String FIND_BY_ID = CONVERSATION + "WHERE owner_id = :owner AND id = :id";

    private static final String PAGE_OF_ROWS = """
            SELECT counted.total, c.id, c.owner_id, c.session_id,
                CASE WHEN octet_length(CAST(c.analysis AS text)) <= 65536 THEN CAST(c.analysis AS text) ELSE '{}' END
                AS analysis,
                CAST(c.provenance AS text) AS provenance, c.created_at
            FROM counted LEFT JOIN (page CROSS JOIN LATERAL
                (SELECT * FROM conversation WHERE owner_id = :owner AND id = page.id LIMIT 1) AS c) ON true
            ORDER BY c.created_at DESC, c.id DESC
            """;

    /**
     * A page beside the total, from one snapshot: the first row has the total, also when the page is empty and all else is
     * NULL. The ids of the page are counted off in the index of the list, from the end that is nearer, and only their rows
     * are read, each by its key: the two constant limits, which never take effect, keep the planner from joining all rows,
     * for it cannot know what the inner limits will be. A limit of 0 is not run at all.
     */
    static final String LIST = """
            WITH counted AS (SELECT count(*) AS total FROM conversation WHERE owner_id = :owner),
                page AS (
                    (SELECT id FROM conversation WHERE owner_id = :owner ORDER BY created_at DESC, id DESC
                        LIMIT (SELECT CASE WHEN 2 * :offset <= total THEN :size ELSE 0 END FROM counted)
                        OFFSET :offset)
                    UNION ALL
                    (SELECT id FROM conversation WHERE owner_id = :owner ORDER BY created_at, id
                        LIMIT (SELECT CASE WHEN 2 * :offset > total THEN GREATEST(LEAST(:size, total - :offset), 0)
                            ELSE 0 END FROM counted)
                        OFFSET (SELECT GREATEST(total - :offset - :size, 0) FROM counted))
            """ + "LIMIT " + PageRequest.MAX_SIZE + """
            )
            """ + PAGE_OF_ROWS;

    /**
     * A page of what is found, beside its total. Found are the ids, by the index of words alone, and only the rows of the page
     * are read.
     */
    static final String SEARCH = """
            WITH found AS MATERIALIZED (SELECT id, created_at FROM conversation_words
                    WHERE owner_id = :owner AND words @@ CAST(:query AS tsquery)),
                counted AS (SELECT count(*) AS total FROM found),
                page AS (SELECT id FROM (SELECT id FROM found ORDER BY created_at DESC, id DESC
                    LIMIT :size OFFSET :offset) AS asked
            """ + "LIMIT " + PageRequest.MAX_SIZE + """
            )
            """ + PAGE_OF_ROWS;

    static final String DELETE = "DELETE FROM conversation WHERE owner_id = :owner AND id = :id";

    private ConversationSql() {}
}
