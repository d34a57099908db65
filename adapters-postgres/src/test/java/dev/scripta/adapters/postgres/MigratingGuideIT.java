package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.postgres.adoption.Outcome;
import dev.scripta.adapters.postgres.adoption.Repair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements that {@code docs/migrating.md} gives to operators do what it says. */
final class MigratingGuideIT {

    /** The module's folder is where its tests run. */
    private static final Path GUIDE = Path.of("..", "docs", "migrating.md");
    private static final Pattern STATEMENT = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private OldDatabase database;

    @BeforeEach
    void adopt_what_can_be() throws SQLException {
        database = new OldDatabase();
        database.addUsers(3);
        database.addConversations(30, 3);
        database.scripta().migrate();
        database.execute(
                "INSERT INTO account (id, email, name, password_hash, password_revision, created_at, updated_at) "
                        + "VALUES (4711, '3@example.com', 'Somebody', 'hash', 1, now(), now())");
        database.execute("UPDATE conversations SET analysis = '[1]' WHERE id = 1");
        database.scripta().adopt(database.clock());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String statement(String beginning) throws IOException {
        return STATEMENT.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1).replaceAll("(?m)^ {3}", ""))
                .filter(sql -> sql.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_not_taken_over_is_listed() throws Exception {
        assertEquals(List.of("conversations 10", "paramedics 1"), database.texts(
                "SELECT source || ' ' || count(*) FROM ("
                        + statement("SELECT") + ") kept_back GROUP BY source ORDER BY source"));
    }

    /** User 2 has conversations 1, 4, 7 and so on: the first was repaired, and is not touched. */
    @Test
    void what_was_saved_here_goes_back_and_nothing_else_changes() throws Exception {
        String untouched =
                "SELECT md5(string_agg(c::text, '|' ORDER BY id)) FROM conversations c WHERE id <> 4 "
                        + "AND session_id <> 'made here'";
        String before = database.text(untouched).orElseThrow();
        database.execute("UPDATE conversation SET transcript = 'changed here', fingerprint = '\\x01' WHERE id = 4");
        database.execute("""
                INSERT INTO conversation (owner_id, session_id, id, revision, order_key, fingerprint, transcript, segments,
                    analysis, created_at, updated_at)
                VALUES ('2', 'made here', 99, 1, 1, '\\x02', 'new', '[]', '{"a":1}', '2026-01-02 03:04:05Z', now())
                """);
        database.execute(statement("INSERT"));
        assertEquals(before, database.text(untouched).orElseThrow());
        assertEquals(31, database.number("SELECT count(*) FROM conversations"));
        assertEquals("2 changed here",
                database.text("SELECT paramedic_id || ' ' || transcript FROM conversations WHERE id = 4")
                        .orElseThrow());
        assertEquals("2 new {\"a\":1} 2026-01-02 03:04:05", database.text("""
                SELECT paramedic_id || ' ' || transcript || ' ' || analysis || ' ' || created_at
                FROM conversations WHERE session_id = 'made here'
                """).orElseThrow());
    }

    /** The guide warns of it, and tells how to keep what the older system has. */
    @Test
    void what_both_changed_is_replaced_unless_it_is_left_out() throws Exception {
        database.execute("UPDATE conversations SET transcript = 'said there' WHERE id IN (4, 7)");
        database.execute("UPDATE conversation SET transcript = 'said here', fingerprint = '\\x01' WHERE id IN (4, 7)");
        assertEquals(List.of(4L, 7L), database.scripta()
                .adopt(database.clock())
                .conversations()
                .of(Outcome.CHANGED_IN_BOTH)
                .first());
        String leftOut = "AND c.id NOT IN (…)";
        assertTrue(Files.readString(GUIDE).contains("`" + leftOut + "` before `ON CONFLICT`"));
        database.execute(statement("INSERT").replace("ON CONFLICT", leftOut.replace("…", "7") + " ON CONFLICT"));
        assertEquals(List.of("said here", "said there"),
                database.texts("SELECT transcript FROM conversations WHERE id IN (4, 7) ORDER BY id"));
    }

    @Test
    void the_older_tables_can_go() throws Exception {
        database.execute(statement("DROP"));
        assertEquals(20, database.number("SELECT count(*) FROM conversation"));
    }

    @Test
    void every_outcome_and_every_repair_is_explained() throws Exception {
        String guide = Files.readString(GUIDE);
        Stream.<Enum<?>>concat(Stream.of(Outcome.values()), Stream.of(Repair.values()))
                .map(name -> "`" + name.name().toLowerCase(Locale.ROOT) + "`")
                .forEach(name -> assertTrue(guide.contains(name), name));
    }
}
