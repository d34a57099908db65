package dev.scripta.adapters.postgres;

/**
 * The journal's statements, each a transaction of its own at READ COMMITTED, as portable as those of
 * {@link ConversationSql}. All times are the server's: {@code now()} is when the statement began, so that a lease is never
 * longer than its holder believes. Each writing statement has one meaning, so that the row it returns, or the number of rows
 * it changed, tells what happened.
 */
final class JournalSql {

    private static final String KEY = "owner_id = :owner AND session_id = :session AND audio_sha256 = :audio";
    private static final String CONVERSATION = "owner_id = :owner AND session_id = :session";
    private static final String IN_TIME = "now() + :time * interval '1 millisecond'";

    /** Claims what is unknown. No row: there is an entry. */
    static final String CLAIM_UNKNOWN = """
            INSERT INTO recording_journal
                (owner_id, session_id, audio_sha256, state, fence, holder, order_key, expires_at, ended_at)
            VALUES (:owner, :session, :audio, 'IN_WORK', 1, :holder, :order,
                now() + :time * interval '1 millisecond', now())
            ON CONFLICT (owner_id, session_id, audio_sha256) DO NOTHING
            RETURNING order_key, fence, transcript, language, engine, CAST(segments AS text) AS segments,
                CAST(provenance AS text) AS provenance
            """;

    /** How it stands. Words are read only where they are the answer: who waits for another's work asks often. */
    static final String LOOK = """
            SELECT state, fence, holder, order_key, expires_at <= now() AS expired,
                CAST(CEIL(EXTRACT(EPOCH FROM expires_at - now()) * 1000) AS bigint) AS millis_left,
                reason, detail, retryable, COALESCE(outcome_unknown, FALSE) AS outcome_unknown,
                language, engine,
                CASE WHEN state = 'DONE' OR holder = :holder THEN transcript END AS transcript,
                CASE WHEN state = 'DONE' OR holder = :holder THEN CAST(segments AS text) END AS segments,
                CASE WHEN state = 'DONE' OR holder = :holder THEN CAST(provenance AS text) END AS provenance,
                CASE WHEN state = 'DONE' THEN CAST(analysis AS text) END AS analysis
            FROM recording_journal WHERE
            """ + KEY;

    private static final String NOTE = """
            SELECT session_id, audio_sha256, state, fence, order_key, transcript IS NOT NULL AS transcribed,
                GREATEST(CAST(CEIL(EXTRACT(EPOCH FROM expires_at - now()) * 1000) AS bigint), 0) AS millis_left,
                GREATEST(CAST(FLOOR(EXTRACT(EPOCH FROM
                    now() - CASE WHEN state = 'DONE' THEN ended_at ELSE expires_at END) * 1000) AS bigint), 0) AS millis_idle,
                reason, detail, retryable, COALESCE(outcome_unknown, FALSE) AS outcome_unknown,
            """;

    /** How it stands, for whoever does not ask for the work. */
    static final String LOOK_ON = NOTE + """
                language, engine,
                CASE WHEN state = 'DONE' THEN transcript END AS transcript,
                CASE WHEN state = 'DONE' THEN CAST(segments AS text) END AS segments,
                CASE WHEN state = 'DONE' THEN CAST(provenance AS text) END AS provenance,
                CASE WHEN state = 'DONE' THEN CAST(analysis AS text) END AS analysis
            FROM recording_journal WHERE
            """ + KEY;

    /** In work or postponed; the states as the index has them. */
    static final String OPEN = NOTE + """
                owner_id
            FROM recording_journal WHERE owner_id = :owner AND state IN ('IN_WORK', 'POSTPONED')
            ORDER BY order_key DESC LIMIT :size
            """;

    private static final String CLAIM = """
            UPDATE recording_journal SET state = 'IN_WORK', fence = fence + 1, holder = :holder,
                expires_at = now() + :time * interval '1 millisecond', ended_at = now(),
                analysis = NULL, fingerprint = NULL, reason = NULL, detail = NULL, retryable = NULL,
                outcome_unknown = NULL
            """;
    private static final String RETURNING_CLAIM =
            "RETURNING order_key, fence, transcript, language, engine, CAST(segments AS text) AS segments, "
                    + "CAST(provenance AS text) AS provenance";
    private static final String AS_SEEN = "WHERE " + KEY + " AND fence = :fence AND order_key = :seen";

    /** Claims what is over: a lease, a rest or a verdict. No row: it is not over, or not as it was seen. */
    static final String CLAIM_EXPIRED = CLAIM + AS_SEEN + " AND state <> 'DONE' AND expires_at <= now() "
            + RETURNING_CLAIM;

    /** Claims what ended for an older order. No row: it is in work or as new, or not as it was seen. */
    static final String CLAIM_ANEW = CLAIM
            + ", order_key = :order, transcript = NULL, language = NULL, engine = NULL, segments = NULL, provenance = NULL "
            + AS_SEEN
            + " AND state <> 'IN_WORK' AND order_key < :order " + RETURNING_CLAIM;

    private static final String HELD = " WHERE " + KEY
            + " AND fence = :fence AND order_key = :order AND state = 'IN_WORK'";

    /** What is the same is kept rather than written again: a result repeats the words of its checkpoint. */
    private static final String WORDS = """
            transcript = CASE WHEN transcript = :transcript THEN transcript ELSE :transcript END,
                language = :language, engine = :engine,
                segments = CASE WHEN CAST(segments AS text) = :segments THEN segments ELSE CAST(:segments AS json) END,
                provenance = CAST(:provenance AS json)
            """;

    /** As all that follow: no row changed means that the claim is lost. */
    static final String RENEW = "UPDATE recording_journal SET expires_at = " + IN_TIME + HELD;

    static final String CHECKPOINT = "UPDATE recording_journal SET expires_at = " + IN_TIME + ", " + WORDS + HELD;

    static final String COMPLETE = "UPDATE recording_journal SET state = 'DONE', ended_at = now(), " + WORDS
            + ", analysis = CAST(:analysis AS json), fingerprint = :fingerprint" + HELD;

    /** Ends without a result, as the state says. */
    static final String FAIL = "UPDATE recording_journal SET state = :state, expires_at = " + IN_TIME
            + ", ended_at = now(), reason = :reason, detail = :detail, retryable = :retryable, "
            + "outcome_unknown = :outcomeUnknown" + HELD;

    static final String ORDER_OF = "SELECT order_key FROM recording_journal WHERE " + CONVERSATION
            + " AND state = 'DONE' AND fingerprint = :fingerprint ORDER BY order_key DESC LIMIT 1";

    private static final String NOT_LEASED = " AND (state <> 'IN_WORK' OR expires_at <= now())";

    static final String FORGET = "DELETE FROM recording_journal WHERE " + CONVERSATION + NOT_LEASED;

    static final String DISCARD = "DELETE FROM recording_journal WHERE " + KEY + " AND state <> 'DONE'" + NOT_LEASED;

    /** The last of the next thousand entries behind this conversation. No row: there are none. */
    static final String STRETCH = """
            SELECT owner_id, session_id FROM (
                SELECT owner_id, session_id FROM recording_journal WHERE (owner_id, session_id) > (:owner, :session)
                ORDER BY owner_id, session_id LIMIT 1000) AS stretch
            ORDER BY owner_id DESC, session_id DESC LIMIT 1
            """;

    /**
     * Removes what ended too long ago, or was left in work that long ago, but the newest result of each conversation,
     * between two conversations: of a large journal no statement takes long, and no lock is held long.
     */
    static final String PURGE = """
            DELETE FROM recording_journal AS j
            WHERE (owner_id, session_id) > (:owner, :session) AND (owner_id, session_id) <= (:lastOwner, :lastSession)
                AND CASE WHEN state = 'IN_WORK' THEN expires_at ELSE ended_at END
                    < now() - :time * interval '1 millisecond'
                AND (state <> 'DONE' OR EXISTS (SELECT 1 FROM recording_journal AS newer
                    WHERE newer.owner_id = j.owner_id AND newer.session_id = j.session_id
                        AND newer.state = 'DONE' AND newer.order_key > j.order_key))
            """;

    private JournalSql() {}
}
