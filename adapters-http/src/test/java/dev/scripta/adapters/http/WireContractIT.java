package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.LIST;
import static dev.scripta.adapters.http.Wire.SAVED;
import static dev.scripta.adapters.http.Wire.SIGN_UP;
import static dev.scripta.adapters.http.Wire.logIn;
import static dev.scripta.adapters.http.Wire.person;
import static dev.scripta.adapters.http.Wire.save;
import static dev.scripta.adapters.http.Wire.upload;
import static dev.scripta.adapters.http.WireRow.delete;
import static dev.scripta.adapters.http.WireRow.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was recorded from the original backend, sent row by row: every status and shape that existing pages know. A row that is
 * answered otherwise on purpose names its line in docs/compatibility.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireContractIT {

    private Backend backend;
    private RunningApi api;
    private String ann;
    private String bob;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        backend = new Backend();
        api = new RunningApi(folder, backend, SignInInMemory.at(backend.clock));
        ann = signUp("Ann", "ann@example.com");
        bob = signUp("Bob", "bob@example.com");
        get(LIST).by(ann).answers(200, "{\"conversations\":[]}").run(api);
        upload("ann-1", Backend.SPEECH).by(ann).answers(200, "{\"conversation_id\":1}").run(api);
        upload("bob-1", Backend.SPEECH).by(bob).answers(200, "{\"conversation_id\":2}").run(api);
    }

    @AfterAll
    void stop() {
        api.close();
    }

    private String signUp(String name, String email) throws Exception {
        var answer = api.send("POST", SIGN_UP, Optional.of("application/json"), BodyPublishers.ofString(person(name,
                email)));
        return JsonShape.parse(answer.body()).path("access_token").asText();
    }

    private Stream<DynamicTest> tests(Stream<WireRow> rows) {
        return rows.map(row -> row.test(api));
    }

    @TestFactory
    Stream<DynamicTest> section_1_conventions() {
        return tests(WireConventions.conventions());
    }

    @TestFactory
    Stream<DynamicTest> section_1_tokens() {
        return tests(new WireTokens(ann).rows());
    }

    @TestFactory
    Stream<DynamicTest> section_2_sign_up() {
        return tests(WireSignUps.rows());
    }

    @TestFactory
    Stream<DynamicTest> section_2_log_in() {
        return tests(new WireLogIns(ann).rows());
    }

    @Test
    void section_2_tries_are_limited() throws Exception {
        for (int i = 0; i < 10; i++) {
            logIn("guessed@example.com", "guess " + i).refuses(401, "Incorrect email or password").run(api);
        }
        logIn("guessed@example.com", "guess").answers(429, "{}")
                .header("retry-after", "[0-9]+")
                .differs("limited-tries")
                .run(api);
        backend.clock.advance(Duration.ofHours(2));
    }

    @TestFactory
    Stream<DynamicTest> section_3_upload() {
        return tests(new WireUploads(ann).rows());
    }

    @TestFactory
    Stream<DynamicTest> section_4_save() {
        return tests(new WireSaves(ann, bob).rows());
    }

    @Test
    void section_4_numbers_are_kept() throws Exception {
        String carol = signUp("Carol", "carol@example.com");
        save("n", "t", "{\"z\":1.10,\"a\":12345678901234567890123,\"z\":2.50}").by(carol)
                .answers(200, SAVED.formatted("n"))
                .run(api);
        var list = api.send("GET", LIST, Optional.empty(), BodyPublishers.noBody(), "Authorization", "Bearer " + carol);
        String id = JsonShape.parse(list.body()).at("/conversations/0/id").asText();
        get(LIST + "/" + id).by(carol)
                .answers(200, "{\"analysis\":{\"z\":2.50,\"a\":12345678901234567890123}}")
                .holds("{\"z\":2.50,\"a\":12345678901234567890123}")
                .differs("numbers-as-written")
                .run(api);
    }

    @TestFactory
    Stream<DynamicTest> section_5_conversations() throws Exception {
        String dora = signUp("Dora", "dora@example.com");
        for (int i = 1; i <= 12; i++) {
            save("d-" + i, "t", "{\"chief_complaint\":" + i + ",\"patient_name\":[\"x\"]}").by(dora)
                    .answers(200, "{}")
                    .run(api);
        }
        return tests(new WireConversations(ann, dora).rows());
    }

    @Test
    void section_5_delete() throws Exception {
        String eve = signUp("Eve", "eve@example.com");
        save("e-1", "t", "{}").by(eve).answers(200, "{}").run(api);
        var list = api.send("GET", LIST, Optional.empty(), BodyPublishers.noBody(), "Authorization", "Bearer " + eve);
        int id = JsonShape.parse(list.body()).at("/conversations/0/id").asInt();
        delete(LIST + "/" + id).by(eve)
                .answers(200, "{\"status\":\"success\",\"message\":\"Conversation deleted\"}")
                .run(api);
        delete(LIST + "/" + id).by(eve).refuses(404, "Conversation not found").run(api);
        save("e-1", "t", "{}").by(eve).answers(200, "{\"save\":{\"outcome\":\"CREATED\",\"revision\":1}}").run(api);
    }

    @TestFactory
    Stream<DynamicTest> section_6_profile() throws Exception {
        return tests(new WireProfiles(signUp("Ann", "fay@example.com")).rows());
    }

    @TestFactory
    Stream<DynamicTest> section_7_report() {
        return tests(new WireReports(ann).rows());
    }

    @TestFactory
    Stream<DynamicTest> section_8_health() {
        return tests(WireConventions.health());
    }

    @Test
    void section_8_while_the_database_is_away() throws Exception {
        backend.storeAway = true;
        try {
            get("/api/health").answers(200, "{\"status\":\"degraded\",\"database_connected\":false,"
                    + "\"database_error\":\"$text\"}").differs("health-now").run(api);
            get(LIST).by(ann)
                    .answers(503, "{\"detail\":\"$text\"}")
                    .header("retry-after", "[0-9]+")
                    .differs(
                            "store-away")
                    .run(api);
            upload("away-1", Backend.SPEECH).by(ann)
                    .answers(200, "{\"conversation_id\":\"$absent\",\"save\":{\"outcome\":\"DEFERRED\"}}")
                    .differs("told-saves")
                    .run(api);
            save("away-2", "t", "{}").by(ann)
                    .answers(202, "{\"status\":\"deferred\",\"conversation_id\":null}")
                    .differs("told-saves")
                    .run(api);
        } finally {
            backend.storeAway = false;
        }
    }

    /** Lines that no single request shows: other tests show them. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("closed-sign-up", "engine-failures", "found-names",
            "framing", "late-saves",
            "local-owner", "loopback-names", "head-of-files", "own-origin", "page-policy", "password-hashes",
            "limited-tries", "numbers-as-written", "health-now", "store-away", "told-saves");

    @Test
    void every_difference_is_told_in_the_documentation_and_every_line_there_is_shown() throws Exception {
        Set<String> told = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "compatibility.md"))) {
            if (line.startsWith("| `")) {
                told.add(line.substring(3, line.indexOf('`', 3)));
            }
        }
        Set<String> shown = new TreeSet<>(SHOWN_ELSEWHERE);
        Stream.of(WireConventions.conventions(), new WireTokens(ann).rows(), WireSignUps.rows(),
                new WireLogIns(ann).rows(), new WireUploads(ann).rows(), new WireSaves(ann, bob).rows(),
                new WireConversations(ann, bob).rows(), new WireProfiles(bob).rows(), new WireReports(ann).rows(),
                WireConventions.health()).forEach(rows -> rows.forEach(row -> shown.addAll(row.differences())));
        assertEquals(told, shown);
    }
}
