package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the journal costs: statements, counted on the way, and writes, counted by the server itself. */
final class JournalCostIT {

    private static final ClaimRequest REQUEST = Recordings.request("session", "audio", 1);
    private static final Transcript LONG = longTranscript();
    private static final Content CONTENT = new Content(LONG, new Analysis(JsonObject.of("summary", "short")));

    private final HikariDataSource pool = new HikariDataSource();

    private FaultyDataSource counting;
    private RecordingJournal journal;

    /** One connection: each backend counts for itself until it is told to publish. */
    @BeforeEach
    void open() throws SQLException {
        TestServer.checkpoint();
        pool.setDataSource(TestServer.plain(TestServer.migratedDatabase()));
        pool.setMaximumPoolSize(1);
        counting = new FaultyDataSource(pool);
        journal = new PostgresRecordingJournal(counting.connections(), TestServer.RANDOM);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_recording_takes_three_statements_beside_those_of_its_conversation() throws SQLException {
        Counts conversations = Counts.read(pool, "conversation");
        Counts recordings = Counts.read(pool, "recording_journal");
        Claim claim = Recordings.granted(journal, REQUEST);
        assertTrue(journal.checkpoint(claim, LONG, Recordings.LEASE));
        assertTrue(journal.complete(claim, CONTENT));
        assertEquals(List.of("INSERT", "UPDATE", "UPDATE"), counting.statements());

        new PostgresConversationRepository(counting.connections(), TestServer.RANDOM)
                .save(Requests.save("session", "words", 1));
        assertEquals(List.of("SELECT", "INSERT"), counting.statements());
        Counts after = Counts.read(pool, "conversation");
        assertEquals(1, after.inserted() - conversations.inserted());
        assertEquals(0, after.updated() - conversations.updated());
        Counts journaled = Counts.read(pool, "recording_journal");
        assertEquals(1, journaled.inserted() - recordings.inserted());
        assertEquals(2, journaled.updated() - recordings.updated());
    }

    @Test
    void a_result_does_not_write_the_words_of_its_checkpoint_again() throws SQLException {
        Claim claim = Recordings.granted(journal, REQUEST);
        journal.checkpoint(claim, LONG, Recordings.LEASE);
        Counts before = Counts.read(pool, "recording_journal");
        journal.complete(claim, CONTENT);
        Counts after = Counts.read(pool, "recording_journal");
        assertEquals(before.toasted(), after.toasted());
        assertTrue(after.log() - before.log() < 1_000, "bytes of log: " + (after.log() - before.log()));
        assertEquals(CONTENT, assertInstanceOf(JournalAnswer.Done.class, claimAgain()).content());
    }

    @Test
    void a_renewal_writes_no_index_and_no_words() throws SQLException {
        Claim claim = Recordings.granted(journal, REQUEST);
        journal.checkpoint(claim, LONG, Recordings.LEASE);
        Counts before = Counts.read(pool, "recording_journal");
        int renewals = 400;
        for (int i = 0; i < renewals; i++) {
            assertTrue(journal.renew(claim, Recordings.LEASE));
        }
        Counts after = Counts.read(pool, "recording_journal");
        assertEquals(renewals, after.updated() - before.updated());
        assertEquals(renewals, after.updatedInPlace() - before.updatedInPlace());
        assertEquals(before.toasted(), after.toasted());
    }

    @Test
    void who_waits_or_is_told_the_result_writes_nothing() throws SQLException {
        Claim claim = Recordings.granted(journal, REQUEST);
        assertWritesNothing(JournalAnswer.InWork.class);
        journal.complete(claim, CONTENT);
        assertWritesNothing(JournalAnswer.Done.class);
    }

    private void assertWritesNothing(Class<? extends JournalAnswer> answer) throws SQLException {
        claimAgain();
        Counts before = Counts.read(pool, "recording_journal");
        counting.statements();
        for (int i = 0; i < 100; i++) {
            assertInstanceOf(answer, claimAgain());
        }
        assertEquals(before, Counts.read(pool, "recording_journal"));
        assertEquals(200, counting.statements().size());
    }

    private JournalAnswer claimAgain() {
        return journal.claim(REQUEST, Recordings.LEASE);
    }

    /** Ten thousand owners with three results each; the statement must find its few by the primary key. */
    @Test
    void questions_for_one_conversation_read_no_other_rows() throws SQLException {
        fill();
        String order = JournalSql.ORDER_OF.replace(":owner", "'owner 7'")
                .replace(":session", "'session'")
                .replace(":fingerprint", "'\\x07'");
        String forget = JournalSql.FORGET.replace(":owner", "'owner 7'").replace(":session", "'session'");
        for (String statement : List.of(order, forget)) {
            String plan = String.join("\n", plan(statement));
            assertTrue(plan.contains("recording_journal_pkey"), plan);
            assertTrue(plan.contains("(owner_id = 'owner 7'::text)"), plan);
            assertFalse(plan.contains("Seq Scan"), plan);
        }
    }

    @Test
    void a_purge_walks_in_short_steps_and_keeps_the_newest_result_of_each_conversation() throws SQLException {
        fill();
        String step = JournalSql.PURGE.replace(":owner", "'owner 1'")
                .replace(":session", "'session'")
                .replace(":lastOwner", "'owner 1100'")
                .replace(":lastSession", "'session'")
                .replace(":time", "1");
        String plan = String.join("\n", plan(step));
        assertFalse(plan.contains("Seq Scan"), plan);
        counting.statements();
        assertEquals(20_000, journal.purge(Duration.ofDays(1)));
        List<String> statements = counting.statements();
        assertTrue(statements.size() > 2 * 30_000 / 1_000 && statements.size() < 100, "statements: " + statements);
        assertEquals(0, journal.purge(Duration.ofDays(1)));
        assertEquals(Optional.of(new Order(3)), journal.orderOf(
                new ConversationKey(new OwnerId("owner 7"),
                        Requests.key("session").session()), fingerprintOf7()));
    }

    private static Sha256 fingerprintOf7() {
        return new Sha256("07".repeat(32));
    }

    /** Beside thirty thousand results, of which none is read. */
    @Test
    void open_recordings_are_found_in_an_index_of_their_own() throws SQLException {
        fill();
        String plan = String.join("\n", plan(JournalSql.OPEN.replace(":owner", "'owner 7'").replace(":size", "100")));
        assertTrue(plan.contains("Index Scan using recording_journal_open"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }

    private void fill() throws SQLException {
        TestServer.execute(pool, """
                INSERT INTO recording_journal (owner_id, session_id, audio_sha256, state, fence, holder, order_key,
                    expires_at, ended_at, transcript, segments, analysis, fingerprint)
                SELECT 'owner ' || owner, 'session', decode(lpad(to_hex(nth), 64, '0'), 'hex'), 'DONE', 1, 1, nth,
                    now(), now() - interval '2 days', 'words', '[]', '{}', decode(repeat('07', 32), 'hex')
                FROM generate_series(1, 10000) owner, generate_series(1, 3) nth
                """);
        TestServer.execute(pool, "ANALYZE recording_journal");
    }

    private List<String> plan(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static Transcript longTranscript() {
        List<Segment> segments = IntStream.range(0, 2_000)
                .mapToObj(n -> new Segment(Duration.ofSeconds(n), Duration.ofSeconds(n + 1), "segment " + n * 7919))
                .toList();
        String text = segments.stream().map(Segment::text).collect(Collectors.joining(" "));
        return new Transcript(text, Optional.of("en"), segments, Optional.of("engine"));
    }
}
