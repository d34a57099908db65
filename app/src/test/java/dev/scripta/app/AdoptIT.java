package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code ./scripta adopt} as an operator runs it. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
final class AdoptIT {

    /** What the system before Scripta made. */
    private static final String OLDER_TABLES = """
            CREATE TABLE paramedics (id serial PRIMARY KEY, medical_id varchar(50), national_id varchar(50),
                name varchar(100) NOT NULL, age int, email varchar(100) NOT NULL UNIQUE, hashed_password varchar(255) NOT NULL,
                profile_pic_url varchar(255), profile_pic_data text, created_at timestamp, updated_at timestamp);
            CREATE TABLE conversations (id serial PRIMARY KEY, session_id varchar(100) NOT NULL UNIQUE,
                paramedic_id int NOT NULL REFERENCES paramedics (id), transcript text NOT NULL, analysis json NOT NULL,
                created_at timestamp);
            INSERT INTO paramedics (name, email, hashed_password, created_at)
                SELECT 'Ann', 'ann@EXAMPLE.com', salt || ':' || encode(sha256(convert_to('%s' || salt, 'UTF8')), 'hex'),
                    '2025-01-02' FROM repeat('0a', 16) AS salt;
            INSERT INTO conversations (session_id, paramedic_id, transcript, analysis, created_at)
                VALUES ('s1', 1, 'chest pain', '{"severity":"High"}', '2025-03-04'), ('s2', 1, 'odd', '[1]', '2025-03-05')
            """.formatted(Member.PASSWORD);
    private static final String ADOPTED = "{\"accounts\":{\"found\":1,\"adopted\":1,\"updated\":0,\"there_already\":0,"
            + "\"kept_back\":{},\"repaired\":{}},\"conversations\":{\"found\":2,\"adopted\":2,\"updated\":0,\"there_already\":0,"
            + "\"kept_back\":{},\"repaired\":{\"not_an_object\":{\"count\":1,\"ids\":[2]}}}}";
    private static final String ADOPTED_BEFORE =
            "{\"accounts\":{\"found\":1,\"adopted\":0,\"updated\":0,\"there_already\":1,"
                    + "\"kept_back\":{},\"repaired\":{}},\"conversations\":{\"found\":2,\"adopted\":0,\"updated\":0,\"there_already\":2,"
                    + "\"kept_back\":{},\"repaired\":{}}}";

    @TempDir
    Path folder;

    @Test
    void it_works_on_the_database_that_is_configured_and_twice() throws Exception {
        try (OwnDatabase database = new OwnDatabase(folder)) {
            database.start();
            Map<String, String> settings = Map.of("SCRIPTA_DATABASE_URL", database.url());
            assertEquals("exit 1: ", adopt(settings));
            assertTrue(Files.readString(log()).contains("There is nothing to adopt"), Files.readString(log()));
            makeOlderTables(URI.create(database.url()).getPort());
            assertEquals("exit 0: " + ADOPTED, adopt(settings));
            assertEquals("exit 0: " + ADOPTED_BEFORE, adopt(settings));
            assertEquals(2, database.query("SELECT count(*) FROM conversation WHERE owner_id = '1'"));
        }
    }

    @Test
    void beside_a_running_service_users_sign_in_and_find_their_conversations() throws Exception {
        try (RunningScripta scripta = RunningScripta.brief(folder, Map.of("SCRIPTA_AUTH_ENABLED", "true"))) {
            scripta.execute(OLDER_TABLES);
            assertEquals("exit 0: " + ADOPTED, adopt(Map.of()));
            scripta.await("/health/ready", 200);
            Member ann = Member.logIn(scripta, "ann@example.com");
            assertEquals(List.of("s2", "s1"), sessions(ann));
            JsonObject first = Answer.parse(ann.get("/api/user/conversations/1").body());
            assertEquals("chest pain", first.getString("transcript"));
            assertEquals("{\"severity\":\"High\"}", first.getJsonObject("analysis").toString());
            assertEquals(1, first.getInt("paramedic_id"));
            assertTrue(first.getString("created_at").startsWith("2025-03-04T00:00:00"), first.getString("created_at"));
            assertEquals(1, scripta.query("SELECT count(*) FROM account WHERE password_hash LIKE '$argon2id$%'"),
                    "the older hash is replaced");
            assertEquals("exit 0: " + ADOPTED_BEFORE, adopt(Map.of()));
            assertEquals(List.of("s2", "s1"), sessions(Member.logIn(scripta, "ann@example.com")));
            assertEquals(1, ann.save("s1", "chest pain, later", "{}").conversationId());
        }
    }

    private static List<String> sessions(Member member) throws IOException, InterruptedException {
        return Answer.parse(member.get("/api/user/conversations").body())
                .getJsonArray("conversations")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getString("session_id"))
                .toList();
    }

    @Test
    void the_guide_shows_what_it_prints() throws IOException {
        String guide = Files.readString(RunningScripta.PROJECT.resolve("docs/migrating.md"));
        assertTrue(guide.replaceAll("\\s", "").contains(ADOPTED));
    }

    private static void makeOlderTables(int port) throws SQLException {
        try (Connection connection = DriverManager
                .getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(OLDER_TABLES);
        }
    }

    private Path log() {
        return folder.resolve("adopt-log");
    }

    private String adopt(Map<String, String> settings) throws IOException, InterruptedException {
        ProcessBuilder command = RunningScripta.command(folder.resolve("data"), log(), "adopt");
        command.environment().putAll(RunningScripta.BRIEFLY);
        command.environment().putAll(settings);
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return "exit " + process.waitFor() + ": " + output;
    }
}
