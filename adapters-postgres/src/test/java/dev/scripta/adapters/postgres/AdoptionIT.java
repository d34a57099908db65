package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.postgres.adoption.AdoptionReport;
import dev.scripta.adapters.postgres.adoption.Outcome;
import dev.scripta.adapters.postgres.adoption.Repair;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adopting again, at once, half-way, and where people have gone on working on either side. */
final class AdoptionIT {

    private static final int USERS = 5;
    private static final int CONVERSATIONS = 550;
    private static final ConversationId SOME = new ConversationId(7);
    /** User of conversation 7: 1 + 7 % 5. */
    private static final long OWNER = 3;

    private OldDatabase database;

    @BeforeEach
    void fill() throws SQLException {
        database = new OldDatabase();
        database.addUsers(USERS);
        database.addConversations(CONVERSATIONS, USERS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private AdoptionReport adopt() {
        return database.scripta().adopt(database.clock());
    }

    private Optional<Conversation> some() {
        return database.scripta().repository().find(OldDatabase.owner(OWNER), SOME);
    }

    private SaveResult save(SessionId session, String text) {
        Content content = new Content(Transcript.of(text), new Analysis(JsonObject.of("n", text)));
        Order order = new Order(ChronoUnit.MICROS.between(Instant.EPOCH, OldDatabase.NOW) + 1);
        return database.scripta()
                .repository()
                .save(SaveRequest.of(new ConversationKey(OldDatabase.owner(OWNER), session), content, order,
                        OldDatabase.NOW));
    }

    private SessionId sessionOfSome() throws SQLException {
        return new SessionId(database.text("SELECT session_id FROM conversations WHERE id = 7").orElseThrow());
    }

    private void saySomethingElseInTheOldSystem() throws SQLException {
        database.execute("UPDATE conversations SET transcript = 'said later', analysis = '{\"n\": 1.10}' WHERE id = 7");
    }

    private String transcriptOfSome() {
        return some().orElseThrow().content().transcript().text();
    }

    @Test
    void what_was_deleted_here_stays_deleted() {
        adopt();
        assertTrue(database.scripta().repository().delete(OldDatabase.owner(OWNER), SOME));
        AdoptionReport again = adopt();
        assertEquals(CONVERSATIONS, again.conversations().of(Outcome.THERE_ALREADY).count());
        assertEquals(Optional.empty(), some());
    }

    @Test
    void what_is_new_in_the_older_system_is_adopted_by_the_next_run() throws SQLException {
        adopt();
        database.execute("INSERT INTO paramedics (name, email, hashed_password) VALUES ('New', 'new@example.com', '"
                + OldDatabase.HASH + "')");
        database.execute("INSERT INTO conversations (session_id, paramedic_id, transcript, analysis) "
                + "VALUES ('new', 6, 'new', '{}')");
        AdoptionReport again = adopt();
        assertEquals(List.of(6L), again.accounts().of(Outcome.ADOPTED).first());
        assertEquals(List.of(CONVERSATIONS + 1L), again.conversations().of(Outcome.ADOPTED).first());
        assertEquals(CONVERSATIONS, again.conversations().of(Outcome.THERE_ALREADY).count());
    }

    @Test
    void a_session_goes_on_here_under_its_old_number() throws SQLException {
        adopt();
        SaveResult saved = save(sessionOfSome(), "said here");
        assertEquals(SaveOutcome.UPDATED, saved.outcome());
        assertEquals(SOME, saved.head().orElseThrow().id());
        adopt();
        assertEquals("said here", transcriptOfSome(), "the older system has nothing newer");
    }

    /** The clock of the older system was wrong: what is said now must win all the same. */
    @Test
    void a_session_goes_on_though_it_was_made_in_the_future() throws SQLException {
        database.execute("UPDATE conversations SET created_at = '2999-01-01' WHERE id = 7");
        adopt();
        assertEquals(SaveOutcome.UPDATED, save(sessionOfSome(), "said here").outcome());
    }

    /** Its pages record into the same session again and again. */
    @Test
    void what_the_older_system_changed_since_is_taken_over_too() throws SQLException {
        adopt();
        for (int round = 0; round < 2; round++) {
            database.execute("UPDATE conversations SET transcript = 'round " + round + "' WHERE id = 7");
            assertEquals(List.of(7L), adopt().conversations().of(Outcome.UPDATED).first());
            assertEquals("round " + round, transcriptOfSome());
            assertEquals(round + 2, some().orElseThrow().head().revision());
        }
        assertEquals(CONVERSATIONS, adopt().conversations().of(Outcome.THERE_ALREADY).count());
        Conversation conversation = some().orElseThrow();
        assertEquals(conversation.content().fingerprint(), conversation.head().fingerprint());
    }

    @Test
    void what_both_changed_is_left_as_it_is_here_and_told() throws SQLException {
        adopt();
        save(sessionOfSome(), "said here");
        saySomethingElseInTheOldSystem();
        assertEquals(List.of(7L), adopt().conversations().of(Outcome.CHANGED_IN_BOTH).first());
        assertEquals(List.of(7L), adopt().conversations().of(Outcome.CHANGED_IN_BOTH).first(), "until it is settled");
        assertEquals("said here", transcriptOfSome());
    }

    @Test
    void what_was_deleted_here_and_changed_there_is_told() throws SQLException {
        adopt();
        database.scripta().repository().delete(OldDatabase.owner(OWNER), SOME);
        saySomethingElseInTheOldSystem();
        assertEquals(List.of(7L), adopt().conversations().of(Outcome.CHANGED_IN_BOTH).first());
        assertEquals(Optional.empty(), some());
    }

    @Test
    void what_both_changed_alike_is_settled() throws SQLException {
        adopt();
        database.execute("UPDATE conversations SET transcript = 'both', analysis = '{\"n\":\"both\"}' WHERE id = 7");
        save(sessionOfSome(), "both");
        assertEquals(CONVERSATIONS, adopt().conversations().of(Outcome.THERE_ALREADY).count());
        save(sessionOfSome(), "said here");
        assertEquals(0, adopt().conversations().of(Outcome.CHANGED_IN_BOTH).count());
    }

    @Test
    void a_session_that_was_used_here_first_is_left_as_it_is_and_told() throws SQLException {
        database.scripta().migrate();
        save(sessionOfSome(), "said here");
        AdoptionReport report = adopt();
        assertEquals(List.of(7L), report.conversations().of(Outcome.SESSION_TAKEN).first());
        assertEquals(CONVERSATIONS - 1, report.conversations().of(Outcome.ADOPTED).count());
        assertEquals(1, database.number("SELECT count(*) FROM conversation WHERE transcript = 'said here'"));
        assertEquals(List.of(7L), adopt().conversations().of(Outcome.SESSION_TAKEN).first(), "until it is settled");
        assertEquals(Optional.empty(), some());
    }

    @Test
    void the_same_content_under_the_same_session_is_there_already() throws SQLException {
        database.scripta().migrate();
        database.execute("UPDATE conversations SET transcript = 'both', analysis = '{\"n\":\"both\"}' WHERE id = 7");
        save(sessionOfSome(), "both");
        AdoptionReport report = adopt();
        assertEquals(List.of(7L), report.conversations().of(Outcome.THERE_ALREADY).first());
    }

    @Test
    void a_number_that_another_conversation_has_is_told() throws SQLException {
        database.scripta().migrate();
        SaveResult saved = save(new SessionId("made here"), "said here");
        database.execute("UPDATE conversation SET id = 7 WHERE id = " + saved.head().orElseThrow().id().value());
        assertEquals(List.of(7L), adopt().conversations().of(Outcome.ID_TAKEN).first());
        assertEquals(List.of(7L), adopt().conversations().of(Outcome.ID_TAKEN).first(), "until it is settled");
        assertEquals("said here", transcriptOfSome());
    }

    @Test
    void an_address_that_somebody_has_here_stays_theirs_and_they_see_nothing_of_others() throws SQLException {
        database.scripta().migrate();
        database.execute(account(4_711, "2@example.com"));
        AdoptionReport report = adopt();
        assertEquals(List.of(2L), report.accounts().of(Outcome.ADDRESS_TAKEN).first());
        assertEquals(CONVERSATIONS / USERS, report.conversations().of(Outcome.OWNER_NOT_ADOPTED).count());
        assertEquals(0, database.number("SELECT count(*) FROM conversation WHERE owner_id IN ('2', '4711')"));
        // The address becomes free, and the next run takes what was kept back.
        database.execute("UPDATE account SET email = 'other@example.com' WHERE id = 4711");
        AdoptionReport again = adopt();
        assertEquals(List.of(2L), again.accounts().of(Outcome.ADOPTED).first());
        assertEquals(CONVERSATIONS / USERS, again.conversations().of(Outcome.ADOPTED).count());
    }

    @Test
    void a_number_that_another_account_has_gives_it_no_conversations() throws SQLException {
        database.scripta().migrate();
        database.execute(account(2, "somebody@example.com"));
        AdoptionReport report = adopt();
        assertEquals(List.of(2L), report.accounts().of(Outcome.ID_TAKEN).first());
        assertEquals(CONVERSATIONS / USERS, report.conversations().of(Outcome.OWNER_NOT_ADOPTED).count());
        assertEquals(List.of(2L), adopt().accounts().of(Outcome.ID_TAKEN).first(), "until it is settled");
        assertEquals(0, database.number("SELECT count(*) FROM conversation WHERE owner_id = '2'"));
    }

    private static String account(long id, String email) {
        return "INSERT INTO account (id, email, name, password_hash, password_revision, created_at, updated_at) VALUES ("
                + id + ", '" + email + "', 'Somebody', 'hash', 1, now(), now())";
    }

    @Test
    void an_account_that_the_older_system_changed_since_is_told() throws SQLException {
        adopt();
        database.execute("UPDATE paramedics SET name = 'Married' WHERE id = 2");
        AdoptionReport again = adopt();
        assertEquals(List.of(2L), again.accounts().of(Outcome.CHANGED_SINCE).first());
        assertEquals(USERS - 1, again.accounts().of(Outcome.THERE_ALREADY).count());
        assertEquals(1, database.number("SELECT count(*) FROM account WHERE id = 2 AND name = 'User 2'"));
    }

    @Test
    void accounts_that_the_model_does_not_admit_are_repaired() throws SQLException {
        database.execute("UPDATE paramedics SET email = 'root' WHERE id = 1");
        database.execute("UPDATE paramedics SET name = '', age = NULL, medical_id = NULL WHERE id = 2");
        database.execute("UPDATE paramedics SET hashed_password = '' WHERE id = 3");
        database.execute("UPDATE paramedics SET created_at = NULL, updated_at = 'infinity' WHERE id = 4");
        database.execute("UPDATE paramedics SET updated_at = NULL, profile_pic_url = '/uploads/a.jpg' WHERE id = 5");
        AdoptionReport report = adopt();
        assertEquals(USERS, report.accounts().of(Outcome.ADOPTED).count());
        assertEquals(CONVERSATIONS, report.conversations().of(Outcome.ADOPTED).count());
        assertEquals(List.of(1L), report.accounts().of(Repair.EMAIL).first());
        assertEquals(List.of(2L), report.accounts().of(Repair.NAME).first());
        assertEquals(List.of(3L), report.accounts().of(Repair.PASSWORD).first());
        assertEquals(List.of(4L), report.accounts().of(Repair.TIME).first());
        assertEquals(List.of("adopted-1@adopted.invalid", "2@example.com|adopted-2|N/A", "!", "0 0",
                "/uploads/a.jpg true"),
                database.texts("""
                        SELECT CASE id WHEN 1 THEN email WHEN 2 THEN concat_ws('|', email, name, medical_id, national_id, age)
                            WHEN 3 THEN password_hash
                            WHEN 4 THEN extract(epoch FROM created_at)::int || ' ' || extract(epoch FROM updated_at)::int
                            ELSE picture_url || ' ' || (updated_at = created_at) END
                        FROM account ORDER BY id
                        """));
    }

    /** What the sign-in makes of what users type; else they would be here and never let in. */
    @Test
    void addresses_are_kept_as_the_sign_in_looks_for_them() throws SQLException {
        database.execute("UPDATE paramedics SET email = 'Ann@EXAMPLE.com' WHERE id = 1");
        database.execute("UPDATE paramedics SET email = 'Jose\u0301@Bu\u0308cher.example' WHERE id = 2");
        database.execute("UPDATE paramedics SET email = 'x@stra\u00dfe.example' WHERE id = 3");
        database.execute("UPDATE paramedics SET email = ' 4@Example.com ' WHERE id = 4");
        database.execute("UPDATE paramedics SET email = 'Ann@example.COM' WHERE id = 5");
        AdoptionReport report = adopt();
        assertEquals(List.of(), report.accounts().of(Repair.EMAIL).first(), "nothing is lost");
        assertEquals(List.of(5L), report.accounts().of(Outcome.ADDRESS_TAKEN).first(),
                "two that are one for the sign-in");
        assertEquals(List.of("Ann@example.com", "Jos\u00e9@b\u00fccher.example", "x@strasse.example", "4@example.com"),
                database.texts("SELECT email FROM account ORDER BY id"));
        assertEquals(4, adopt().accounts().of(Outcome.THERE_ALREADY).count());
    }

    @Test
    void an_empty_picture_is_none() throws SQLException {
        database.execute("UPDATE paramedics SET profile_pic_data = '', profile_pic_url = '' WHERE id = 1");
        adopt();
        assertEquals(1, database.number(
                "SELECT count(*) FROM account WHERE id = 1 AND picture IS NULL AND picture_url IS NULL"));
    }

    @Test
    void what_cannot_be_understood_does_not_stop_the_rest() throws SQLException {
        database.execute(
                "INSERT INTO paramedics (id, name, email, hashed_password) VALUES (-1, 'n', 'n@example.com', 'h')");
        AdoptionReport report = adopt();
        assertEquals(List.of(-1L), report.accounts().of(Outcome.UNUSABLE).first());
        assertEquals(USERS, report.accounts().of(Outcome.ADOPTED).count());
        assertEquals(CONVERSATIONS, report.conversations().of(Outcome.ADOPTED).count());
        assertEquals(USERS, database.number("SELECT count(*) FROM adoption WHERE source = 'paramedics'"));
    }

    /** The server ends the connection in the middle of the third page. */
    @Test
    void a_run_that_is_cut_off_is_finished_by_the_next() throws SQLException {
        database.scripta().migrate();
        database.execute("""
                CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
                CREATE TRIGGER cut_off BEFORE INSERT ON conversation FOR EACH ROW WHEN (NEW.id = 250)
                    EXECUTE FUNCTION cut_off()
                """);
        StorageFailedException failure = assertThrows(StorageFailedException.class, this::adopt);
        assertTrue(failure.retryable());
        assertEquals(200, database.number("SELECT count(*) FROM conversation"), "whole pages");
        assertEquals(200, database.number("SELECT count(*) FROM adoption WHERE source = 'conversations'"));
        database.execute("DROP TRIGGER cut_off ON conversation");
        AdoptionReport report = adopt();
        assertEquals(200, report.conversations().of(Outcome.THERE_ALREADY).count());
        assertEquals(CONVERSATIONS - 200, report.conversations().of(Outcome.ADOPTED).count());
        assertEquals(CONVERSATIONS, database.number("SELECT count(*) FROM conversation"));
    }

    @Test
    void runs_at_once_adopt_each_row_once() throws Exception {
        int runs = 4;
        CyclicBarrier start = new CyclicBarrier(runs);
        Callable<AdoptionReport> run = () -> {
            start.await();
            return adopt();
        };
        long accounts = 0;
        long conversations = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(runs)) {
            for (Future<AdoptionReport> done : threads.invokeAll(Stream.generate(() -> run).limit(runs).toList())) {
                AdoptionReport report = done.get();
                accounts += report.accounts().of(Outcome.ADOPTED).count();
                conversations += report.conversations().of(Outcome.ADOPTED).count();
                assertEquals(CONVERSATIONS, report.conversations().of(Outcome.ADOPTED).count()
                        + report.conversations().of(Outcome.THERE_ALREADY).count());
            }
        }
        assertEquals(USERS, accounts);
        assertEquals(CONVERSATIONS, conversations);
        assertEquals(CONVERSATIONS, database.number("SELECT count(*) FROM conversation"));
    }

    @Test
    void without_the_older_tables_or_their_columns_there_is_nothing_to_adopt() throws SQLException {
        database.execute("ALTER TABLE conversations RENAME COLUMN analysis TO result");
        assertNothingToAdopt();
        database.execute("DROP TABLE conversations");
        assertNothingToAdopt();
        database.execute("DROP TABLE paramedics");
        assertNothingToAdopt();
    }

    private void assertNothingToAdopt() {
        StorageFailedException failure = assertThrows(StorageFailedException.class, this::adopt);
        assertTrue(failure.detail().startsWith("There is nothing to adopt"), failure.detail());
        assertFalse(failure.retryable());
    }

    /** An operator may want Scripta's tables apart: the first schema of the search path is Scripta's. */
    @Test
    void the_tables_of_both_may_be_in_schemas_of_their_own() throws SQLException {
        String apart = TestServer.RANDOM.ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        try (OldDatabase old = new OldDatabase(TestServer.emptyDatabase())) {
            old.addUsers(1);
            old.addConversations(3, 1);
            old.execute("CREATE SCHEMA " + apart);
            PostgresSettings both = PostgresSettings.parse(old.connections().getUrl() + "&user=postgres&currentSchema="
                    + apart + ",public");
            try (PostgresDatabase scripta = new PostgresDatabase(both, TestServer.RANDOM)) {
                assertEquals(3, scripta.adopt(old.clock()).conversations().of(Outcome.ADOPTED).count());
            }
            assertEquals(3, old.number("SELECT count(*) FROM " + apart + ".conversation"));
            assertEquals(0, old.number("SELECT count(*) FROM pg_tables WHERE tablename = 'conversation' "
                    + "AND schemaname = 'public'"));
        }
    }

    @Test
    void the_report_tells_numbers_and_nothing_of_people() throws SQLException {
        database.execute("UPDATE conversations SET session_id = '' WHERE id = 7");
        database.execute("UPDATE conversations SET analysis = '[]' WHERE id > 400");
        database.scripta().migrate();
        database.execute(account(4_711, "2@example.com"));
        String ids = "402,403,404,405,407,408,409,410,412,413";
        String json = adopt().json().toJson();
        assertTrue(json.startsWith(
                "{\"accounts\":{\"found\":5,\"adopted\":4,\"updated\":0,\"there_already\":0,\"kept_back\":"
                        + "{\"address_taken\":{\"count\":1,\"ids\":[2]}},\"repaired\":{}},\"conversations\":{\"found\":550,"
                        + "\"adopted\":440,\"updated\":0,\"there_already\":0,\"kept_back\":{\"owner_not_adopted\":{\"count\":110,"
                        + "\"ids\":[1,6,11,"), json);
        assertTrue(json.contains("\"repaired\":{\"not_an_object\":{\"count\":120,\"ids\":[" + ids), json);
        assertTrue(json.endsWith("\"session_id\":{\"count\":1,\"ids\":[7]}}}}"), json);
        assertFalse(json.contains("550]"), "of many only the first are listed");
    }
}
