package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the words of a conversation must never do: keep it from being saved, or be another's. */
final class SearchIT {

    private static final OwnerId ANNA = new OwnerId("anna");

    /** Saving ten megabytes took 9 s on two cores with twenty others at work, and the default grants a statement 10 s. */
    private static final PostgresTimeouts TIMEOUTS =
            new PostgresTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(2));

    private final PostgresSettings settings = TestServer.migratedDatabase().withTimeouts(TIMEOUTS);
    private final PostgresDatabase database = new PostgresDatabase(settings, TestServer.RANDOM);

    SearchIT() throws SQLException {}

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void no_text_is_too_long_or_too_odd_to_be_saved() {
        save("distinct", Transcript.of("first " + distinct("w", 200_000) + " last"), JsonObject.of("title", "report"));
        assertTrue(finds("first report w1500"));
        assertFalse(finds("last"), "far behind");
        save("one word", Transcript.of("x".repeat(1_000_000)), JsonObject.of("title", "long"));
        assertTrue(finds("x".repeat(190) + " long"));
        save("greek", Transcript.of(distinct("\u1fb7", 100_000)), JsonObject.of("title", "greek"));
        assertTrue(finds("greek"));
        save("no end of it", Transcript.of("\u1fb7\u00df".repeat(300_000)), JsonObject.of("title", "endless"));
        assertTrue(finds("endless"));
        save("other planes", Transcript.of("\ud801\udc00\ud83d\ude00 ".repeat(50_000) + "'\\ ' : \\' *:!|&()<->"),
                JsonObject.of("title", "planes"));
        assertTrue(finds("planes \ud801\udc28"));
        save("large analysis", Transcript.of("beside"),
                JsonObject.of("title", "large " + "lorem ipsum ".repeat(850_000)));
        assertTrue(finds("large beside"));
        JsonValue deep = new JsonString("ground");
        for (int i = 0; i < 198; i++) {
            deep = i % 2 == 0 ? new JsonArray(List.of(deep)) : new JsonObject(Map.of("down", deep));
        }
        save("deep", Transcript.of("beside"), new JsonObject(Map.of("top", deep)));
        assertTrue(finds("ground"));
    }

    @Test
    void what_older_versions_saved_is_found_after_completion() throws SQLException {
        save("before", Transcript.of("morning"), JsonObject.EMPTY);
        save("changed", Transcript.of("evening"), JsonObject.EMPTY);
        sql("DELETE FROM conversation_words WHERE id IN (SELECT id FROM conversation WHERE session_id = 'before')");
        sql("UPDATE conversation SET transcript = 'night', revision = revision + 1 WHERE session_id = 'changed'");
        assertFalse(finds("morning") || finds("night"));
        assertEquals(2, database.completeSearch());
        assertTrue(finds("morning") && finds("night"));
        assertFalse(finds("evening"));
        assertEquals(0, database.completeSearch());
    }

    @Test
    void what_was_given_to_another_owner_is_found_there_after_completion() throws SQLException {
        save("given", Transcript.of("morning"), JsonObject.EMPTY);
        sql("UPDATE conversation SET owner_id = 'boris'");
        assertEquals(1, database.completeSearch());
        assertFalse(finds("morning"));
        assertEquals(1, database.repository()
                .search(new OwnerId("boris"), new SearchWords("morning"), new PageRequest(1, 10))
                .total());
    }

    @Test
    @Timeout(60)
    void completion_holds_nobody_up_and_waits_for_nobody_for_long() throws Exception {
        save("first", Transcript.of("morning"), JsonObject.EMPTY);
        save("second", Transcript.of("evening"), JsonObject.EMPTY);
        sql("DELETE FROM conversation_words");
        sql("UPDATE conversation SET owner_id = 'zoe' WHERE session_id = 'second'");
        ConversationId first = database.repository().list(ANNA, new PageRequest(1, 10)).entries().getFirst().id();
        try (Connection other = TestServer.plain(settings).getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT 1 FROM conversation WHERE owner_id = 'zoe' FOR UPDATE");
            Future<Integer> completion = threads.submit(database::completeSearch);
            while (!finds("morning") && !completion.isDone()) {
                Thread.onSpinWait();
            }
            assertTrue(database.repository().delete(ANNA, first));
            assertEquals(1, completion.get(30, TimeUnit.SECONDS));
            // To close would do, too, but not at once.
            other.rollback();
        }
        assertEquals(1, database.completeSearch(), "the next one finds what was locked");
    }

    @Test
    void what_cannot_be_read_hides_nothing_behind_it() throws SQLException {
        save("damaged", Transcript.of("morning"), JsonObject.EMPTY);
        save("behind", Transcript.of("evening"), JsonObject.EMPTY);
        sql("DELETE FROM conversation_words");
        sql("UPDATE conversation SET owner_id = 'aaron', analysis = '{\"a\":\"\\u0000\"}' WHERE session_id = 'damaged'");
        assertEquals(1, database.completeSearch());
        assertTrue(finds("evening"));
    }

    @Test
    void words_go_with_their_conversation() throws SQLException {
        save("gone", Transcript.of("morning"), JsonObject.EMPTY);
        sql("DELETE FROM conversation");
        assertEquals(0, database.completeSearch());
        assertFalse(finds("morning"));
        sql("DO $$ BEGIN ASSERT (SELECT count(*) FROM conversation_words) = 0; END $$");
    }

    private static String distinct(String beginning, int count) {
        return IntStream.range(0, count).mapToObj(i -> beginning + i).collect(Collectors.joining(" "));
    }

    private void save(String session, Transcript transcript, JsonObject analysis) {
        long began = System.nanoTime();
        assertEquals(SaveOutcome.CREATED, database.repository()
                .save(SaveRequest.of(new ConversationKey(ANNA, new SessionId(session)),
                        new Content(transcript, new Analysis(analysis)), new Order(1), Instant.EPOCH))
                .outcome());
        System.out.printf("save of %s, %,d characters: %.1f ms%n", session,
                transcript.text().length() + analysis.toJson().length(), (System.nanoTime() - began) / 1e6);
    }

    private boolean finds(String words) {
        return database.repository().search(ANNA, new SearchWords(words), new PageRequest(1, 10)).total() > 0;
    }

    private void sql(String sql) throws SQLException {
        TestServer.execute(TestServer.plain(settings), sql);
    }
}
