package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SearchWords;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Searches of somebody with twenty thousand conversations, beside others' with the same words; with
 * {@code -Dscripta.quiet=true} it is a hundred thousand, in time.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class SearchSpeedIT {

    private static final OwnerId OWNER = new OwnerId("4711");
    private static final boolean QUIET = Boolean.getBoolean("scripta.quiet");
    private static final int ROWS = QUIET ? 120_000 : 24_000;
    private static final int CONVERSATIONS = ROWS / 6 * 5;
    private static final int RARE = ROWS / 1200;
    private static final int RUNS = 11;

    /** What is promised on two cores that do nothing else, as for the list. */
    private static final Duration BOUND = Duration.ofMillis(50);

    @RegisterExtension
    static final OwnPool POOL = new OwnPool(1, "SET synchronous_commit = on");

    private final PostgresConversationRepository repository =
            new PostgresConversationRepository(POOL, TestServer.RANDOM);

    /** The words as the application would tag them; that it does is seen by what is found. */
    @BeforeAll
    static void fill() throws SQLException {
        TestServer.execute(POOL, """
                INSERT INTO conversation (owner_id, session_id, id, revision, order_key, fingerprint, transcript, segments,
                    analysis, created_at, updated_at)
                SELECT CASE WHEN i % 6 = 0 THEN 'other ' || i % 1000 ELSE '4711' END, 'session ' || i, i, 1, i,
                    sha256(CAST(CAST(i AS text) AS bytea)), 'said', '[]', json_build_object('summary', md5(CAST(i AS text))),
                    timestamptz '2020-01-01 00:00:00Z' + i / 3 * interval '7 minutes', now()
                FROM generate_series(1, ROWS) AS i
                """.replace("ROWS", Integer.toString(ROWS)));
        TestServer.execute(POOL, """
                INSERT INTO conversation_words (owner_id, id, created_at, revision, tagged_for, words)
                SELECT owner_id, id, created_at, 1, owner_id, CAST((
                        SELECT string_agg('''' || left(encode(sha256(convert_to(owner_id, 'UTF8')), 'hex'), 8) || word || '''', ' ')
                        FROM (SELECT 'w' || (id * n * n) % 5000 FROM generate_series(1, 4) AS n UNION VALUES ('morning'), ('x' || md5(CAST(id AS text))), ('n' || id % 1000),
                            (CASE WHEN id % 1200 = 1 THEN 'seldom' ELSE 'often' END)) AS v (word)) AS tsvector)
                FROM conversation
                """);
        TestServer.execute(POOL, "VACUUM ANALYZE conversation");
        TestServer.execute(POOL, "VACUUM ANALYZE conversation_words");
    }

    @Test
    void first_and_last_page_come_soon_however_many_are_found() {
        for (Search search : List.of(new Search("seldom", RARE), new Search("morn", CONVERSATIONS),
                new Search("morning seld", RARE), new Search("m", CONVERSATIONS), new Search("nowhere", 0))) {
            Duration first = median(search, 1);
            System.out.printf("search for one of %,d words in %,d conversations: %.1f ms, last page %.1f ms%n",
                    search.found, CONVERSATIONS, first.toNanos() / 1e6,
                    median(search, Math.max(1, search.found / 10)).toNanos() / 1e6);
            if (QUIET) {
                assertTrue(first.compareTo(BOUND) < 0, search + ": " + first);
            }
        }
    }

    /** As planned for these values, and for any. */
    @Test
    void words_are_found_in_their_index_alone() throws SQLException {
        for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
            String plan = plan(mode);
            assertTrue(plan.contains("Bitmap Index Scan on conversation_words_found"), plan);
            assertTrue(plan.contains("Index Scan using conversation_id_key on conversation"), plan);
            assertFalse(plan.contains("Seq Scan"), plan);
            assertFalse(plan.contains("lossy"), plan);
        }
    }

    private record Search(String words, int found) {}

    private Duration median(Search search, int page) {
        return Timing.median(RUNS, () -> repository
                .search(OWNER, new SearchWords(search.words), new PageRequest(page, 10))
                .total(), total -> assertEquals(search.found, total));
    }

    private static String plan(String mode) throws SQLException {
        String query = SearchLexemes.query(OWNER, new SearchWords("morning")).orElseThrow().replace("'", "''");
        String statement = ConversationSql.SEARCH.replace(":owner", "$1")
                .replace(":query", "$2")
                .replace(":size", "$3")
                .replace(":offset", "$4");
        return Plans.executed(POOL, mode, "(text, text, bigint, bigint) AS " + statement,
                List.of("'" + OWNER.value() + "'", "'" + query + "'", "10", "0"));
    }
}
