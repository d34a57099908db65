package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole application with people who sign in, on its real database. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class SignInIT {

    private static final Path SPEECH = RunningScripta.SAMPLES.resolve("flite-slt-01.wav");
    private static final Map<String, String> ON = Map.of("SCRIPTA_AUTH_ENABLED", "true");
    private static final String LIST = "/api/user/conversations";

    @TempDir
    Path folder;

    @Test
    void what_somebody_records_is_theirs_alone_and_outlives_a_restart_and_a_guests_is_not_kept() throws Exception {
        Member ann;
        long id;
        try (RunningScripta scripta = RunningScripta.brief(folder, ON)) {
            ann = Member.signUp(scripta, "ann@example.com");
            Answer upload = ann.upload("s1", SPEECH);
            id = upload.conversationId();
            Member bob = Member.signUp(scripta, "bob@example.com");
            Answer same = bob.upload("s1", SPEECH);
            String mine = LIST + "/" + id;
            assertAll(() -> assertEquals("CREATED", upload.outcome()), () -> assertEquals("CREATED", same.outcome()),
                    () -> assertNotEquals(upload.conversationId(), same.conversationId()),
                    () -> assertEquals(404, bob.get(mine).statusCode()),
                    () -> assertEquals(404, bob.delete(mine).statusCode()),
                    () -> assertEquals(1, total(bob.get(LIST))),
                    () -> assertEquals(403, scripta.get(LIST).statusCode()),
                    () -> assertEquals(2, scripta.query("SELECT count(*) FROM conversation")));

            Answer guest = scripta.upload("s1", RunningScripta.SAMPLES.resolve("festival-slt-09.wav"));
            assertAll(() -> assertEquals(200, guest.status()), () -> assertEquals("SKIPPED", guest.outcome()),
                    () -> assertFalse(guest.transcript().isBlank()),
                    () -> assertFalse(guest.json().containsKey("conversation_id")),
                    () -> assertEquals(2, scripta.query("SELECT count(*) FROM conversation")),
                    () -> assertEquals(2, scripta.query("SELECT count(*) FROM recording_journal")));
        }
        try (RunningScripta again = RunningScripta.brief(folder, ON)) {
            Member back = new Member(again.address(), ann.token());
            long there = id;
            assertAll(() -> assertEquals(200, back.get(LIST + "/" + there).statusCode(), "the secret was kept"),
                    () -> assertEquals(1, total(Member.logIn(again, "ann@example.com").get(LIST))));
            again.execute("DELETE FROM account WHERE email = 'ann@example.com'");
            assertEquals(401, back.get(LIST).statusCode(), "the account is gone");
        }
    }

    /** Design rule "process": whoever is signed in loses nothing while the database is away. */
    @Test
    void a_recording_made_while_the_database_is_away_becomes_its_owners() throws Exception {
        OwnDatabase database = new OwnDatabase(folder.resolve("own"));
        try {
            database.start();
            try (RunningScripta scripta = RunningScripta.brief(folder, Map.of("SCRIPTA_DATABASE_URL", database.url(),
                    "SCRIPTA_AUTH_ENABLED", "true"))) {
                Member ann = Member.signUp(scripta, "ann@example.com");
                database.close();
                Answer upload = ann.upload("s1", SPEECH);
                assertAll(() -> assertEquals(200, upload.status(), upload.response().body()),
                        () -> assertEquals("DEFERRED", upload.outcome()),
                        () -> assertEquals(503, ann.get(LIST).statusCode()));
                database.start();
                scripta.awaitMetric("scripta_backlog_entries", 0);
                assertEquals(1, total(ann.get(LIST)));
            }
        } finally {
            database.close();
        }
    }

    /** The statements of docs/accounts.md. */
    @Test
    void what_was_recorded_before_is_given_to_an_account() throws Exception {
        FormData save = new FormData().text("session_id", "s1").text("transcript", "hello").text("analysis", "{}");
        try (RunningScripta open = RunningScripta.brief(folder, Map.of())) {
            assertEquals(200, open.post("/api/save-analysis", save).statusCode());
        }
        try (RunningScripta scripta = RunningScripta.brief(folder, ON)) {
            Member ann = Member.signUp(scripta, "ann@example.com");
            assertEquals(0, total(ann.get(LIST)));
            String guide = Files.readString(RunningScripta.PROJECT.resolve("docs/accounts.md"));
            int begin = guide.indexOf("```sql\n") + "```sql\n".length();
            scripta.execute(guide.substring(begin, guide.indexOf("```", begin)));
            assertEquals(1, total(ann.get(LIST)));
        }
    }

    @Test
    void guests_are_kept_out_where_they_are_not_welcome_and_secrets_and_people_out_of_the_log() throws Exception {
        String secret = "a secret of more than thirty-two characters";
        try (RunningScripta scripta = RunningScripta.brief(folder, Map.of("SCRIPTA_AUTH_ENABLED", "true",
                "SCRIPTA_AUTH_SECRET", secret, "SCRIPTA_AUTH_GUESTS", "false"))) {
            assertEquals(403, scripta.upload("s1", SPEECH).status());
            Member ann = Member.signUp(scripta, "ann-in-the-log@example.com");
            ann.save("s1", "hello", "{}");
            assertAll(() -> assertFalse(scripta.log().contains(secret)),
                    () -> assertFalse(scripta.log().contains("ann-in-the-log")),
                    () -> assertFalse(scripta.log().contains(ann.token())),
                    () -> assertFalse(scripta.log().contains(Member.PASSWORD)),
                    () -> assertFalse(Files.exists(scripta.data().resolve("auth/secret")), "it was given"));
        }
    }

    @Test
    void a_secret_that_is_too_short_stops_the_start() throws IOException, InterruptedException {
        ProcessBuilder command = RunningScripta.command(folder.resolve("data"), folder.resolve("log"));
        command.environment().putAll(Map.of("SCRIPTA_AUTH_ENABLED", "true", "SCRIPTA_AUTH_SECRET", "short"));
        assertEquals(1, command.start().waitFor());
        String log = Files.readString(folder.resolve("log"));
        assertTrue(log.contains("SCRIPTA_AUTH_SECRET"), log);
    }

    private static int total(HttpResponse<String> list) {
        return Answer.parse(list.body()).getJsonObject("pagination").getInt("total");
    }
}
