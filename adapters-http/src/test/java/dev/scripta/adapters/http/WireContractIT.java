package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.WireRow.delete;
import static dev.scripta.adapters.http.WireRow.get;
import static dev.scripta.adapters.http.WireRow.other;
import static dev.scripta.adapters.http.WireRow.post;
import static dev.scripta.adapters.http.WireRow.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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

    private static final String SIGN_UP = "/api/auth/signup";
    private static final String LOG_IN = "/api/auth/login";
    private static final String ME = "/api/auth/me";
    private static final String UPLOAD = "/api/upload-audio";
    private static final String SAVE = "/api/save-analysis";
    private static final String LIST = "/api/user/conversations";
    private static final String PROFILE = "/api/user/profile";
    private static final String PICTURE = "/api/user/profile-picture";
    private static final String PDF = "/api/generate-pdf";
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private static final String USER = """
            {"name":"Ann","email":"ann@example.com","medical_id":"N/A","national_id":"N/A","age":30,"id":"$int",
             "profile_pic_url":null,"profile_pic_data":null,"created_at":"$time","updated_at":"$time"}""";
    private static final String TOKEN = "{\"access_token\":\"$jwt\",\"token_type\":\"bearer\",\"user\":" + USER + "}";
    private static final String SAVED = "{\"status\":\"saved\",\"session_id\":\"%s\",\"conversation_id\":\"$int\"}";

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

    /** What existing pages send. */
    private static String person(String name, String email) {
        return "{\"name\":\"" + name + "\",\"email\":\"" + email
                + "\",\"medical_id\":\"N/A\",\"national_id\":\"N/A\",\"age\":30,\"password\":\"password\"}";
    }

    private static WireRow upload(String session, byte[] audio) {
        return post(UPLOAD).form(new FormData().text("session_id", session).file("audio_file", audio));
    }

    private static WireRow save(String session, String transcript, String analysis) {
        return post(SAVE).form(saving(session, transcript, analysis));
    }

    private static FormData saving(String session, String transcript, String analysis) {
        return new FormData().text("session_id", session).text("transcript", transcript).text("analysis", analysis);
    }

    private Stream<DynamicTest> tests(Stream<WireRow> rows) {
        return rows.map(row -> row.test(api));
    }

    @TestFactory
    Stream<DynamicTest> section_1_conventions() {
        return tests(conventions());
    }

    private Stream<WireRow> conventions() {
        return Stream.of(get("/api/nothing").refuses(404, "Not Found").differs("problem-documents"),
                get("/api/status").answers(404, "{}"), get("/redoc").answers(404, "{}").differs("no-redoc"),
                get("/api/nothing").header("trace-id", "[0-9a-f]{32}"),
                get("/api/health/").answersEmpty(307).header("location", "/api/health").differs("relative-redirects"),
                get(UPLOAD).refuses(405, "Method Not Allowed").header("allow", "POST"),
                other("PUT", "/api/health").answers(405, "{}").header("allow", "GET"),
                other("OPTIONS", "/api/health").answers(405, "{}").header("allow", "GET"));
    }

    @TestFactory
    Stream<DynamicTest> section_1_tokens() {
        return tests(tokens());
    }

    private Stream<WireRow> tokens() {
        return Stream.of(get(ME).by(ann).answers(200, USER), get(ME).with("Authorization", "bEaReR " + ann)
                .answers(200,
                        USER),
                get(ME).when("nobody is signed in").refuses(403, "Not authenticated"),
                get(ME).with("Authorization", "Bearer ")
                        .when("a page has logged out")
                        .refuses(403,
                                "Not authenticated"),
                get(ME).with("Authorization", ann).when("there is no scheme").refuses(403, "Not authenticated"),
                get(ME).with("Authorization", "Basic YTpi").refuses(403, "Invalid authentication credentials"),
                get(LIST + "/abc").when("nobody is signed in").refuses(403, "Not authenticated"),
                notValid("Bearer junk"), notValid("Bearer  " + ann), notValid("Bearer " + ann + "x"),
                notValid("Bearer " + ann.substring(0, ann.length() - 2)), notValid("Bearer " + unsigned(ann)),
                notValid("Bearer " + strangers()).differs("token-claims"),
                put(PROFILE).json("{")
                        .when("the body is no JSON and nobody is signed in")
                        .refuses(403, "Not authenticated")
                        .differs("token-first"));
    }

    private static WireRow notValid(String authorization) {
        return get(ME).with("Authorization", authorization)
                .refuses(401, "Could not validate credentials")
                .header("www-authenticate", "Bearer");
    }

    private static String unsigned(String token) {
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(
                        StandardCharsets.US_ASCII));
        return none + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    }

    /** Made like the original's: the subject is an address. */
    private static String strangers() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String claims = "{\"sub\":\"ann@example.com\",\"exp\":4102444800}";
        return base64.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.US_ASCII)) + "."
                + base64.encodeToString(new byte[32]);
    }

    @TestFactory
    Stream<DynamicTest> section_2_sign_up() {
        return tests(signUps());
    }

    private Stream<WireRow> signUps() {
        String minimal = "{\"name\":\"Ann\",\"email\":\"%s\",\"password\":\"password\"%s}";
        return Stream.of(
                post(SIGN_UP).json(person("Ann", "  second@EXAMPLE.com "))
                        .answers(201, TOKEN.replace("ann@example.com", "second@example.com")),
                post(SIGN_UP).json(person("Ann", "SECOND@example.com"))
                        .when("the letter case before the @ differs")
                        .answers(201, TOKEN.replace("ann@example.com", "SECOND@example.com")),
                post(SIGN_UP).json(person("Ann", "second@Example.COM")).refuses(400, "Email already registered"),
                post(SIGN_UP).json(person("Ann", "Ann Lee <third@example.com>"))
                        .answers(201, TOKEN.replace("ann@example.com", "third@example.com")),
                post(SIGN_UP).json(person("Ann", "jörg@example.com"))
                        .answers(201, TOKEN.replace("ann@example.com", "jörg@example.com")),
                post(SIGN_UP).json(minimal.formatted("x@y.example", ""))
                        .answers(201,
                                "{\"user\":{\"medical_id\":null,\"national_id\":null,\"age\":null}}"),
                post(SIGN_UP).json(minimal.formatted("a1@example.com",
                        ",\"medical_id\":null,\"national_id\":\"\",\"id\":7"))
                        .when("fields are null, empty or unknown")
                        .answers(201, "{\"user\":{\"medical_id\":null,\"national_id\":\"\"}}"),
                post(SIGN_UP).json(minimal.formatted("a2@example.com", ",\"age\":\"55\""))
                        .answers(201,
                                "{\"user\":{\"age\":55}}"),
                post(SIGN_UP).json(minimal.formatted("a3@example.com", ",\"age\":55.0"))
                        .answers(201,
                                "{\"user\":{\"age\":55}}"),
                post(SIGN_UP).body("", person(" ", "a4@example.com"))
                        .when("there is no content type")
                        .answers(201, "{\"user\":{\"name\":\" \"}}"),
                post(SIGN_UP).body("application/json; charset=utf-8", person("Zoë", "a5@example.com"))
                        .answers(201,
                                "{\"user\":{\"name\":\"Zoë\"}}"),
                post(SIGN_UP).body("application/vnd.x+json", person("Ann", "a6@example.com")).answers(201, "{}"),
                post(SIGN_UP).body("text/plain", person("Ann", "a7@example.com"))
                        .answers(201, "{}")
                        .differs(
                                "json-by-content"),
                post(SIGN_UP).json(person("Ann", "a".repeat(60) + "@" + "b".repeat(60) + ".example.com"))
                        .answers(201, "{}")
                        .differs("long-addresses"),
                post(SIGN_UP).json("{}").misses("name", "email", "password"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"name\":\"\"")).misses("name"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"name\":5")).misses("name"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"name\":\"" + "x".repeat(101) + "\""))
                        .misses("name"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"medical_id\":\"" + "x".repeat(51)
                        + "\",\"national_id\":5")).misses("medical_id", "national_id"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"age\":17")).misses("age"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"age\":101")).misses("age"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"age\":\"x\"")).misses("age"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"age\":20.5")).misses("age"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"password\":\"1234567\"")).misses("password"),
                post(SIGN_UP).json(minimal.formatted("b@example.com", ",\"email\":null")).misses("email"),
                noAddress("plain", "@-sign"), noAddress("a@b", "period"), noAddress("a@localhost", "period"),
                noAddress("a..b@example.com", "two periods in a row"),
                noAddress("a".repeat(65) + "@example.com", "too long before the @-sign"),
                noAddress("a@b.test", "special-use or reserved name"), noAddress("a@b.local", "reserved name"),
                noAddress("a@b.invalid", "reserved name"),
                post(SIGN_UP).misses("body"), post(SIGN_UP).json("null").misses("body"),
                post(SIGN_UP).json("{\"a\"").misses("body"), post(SIGN_UP).json("[1]").misses("body"),
                post(SIGN_UP).json("\"text\"").misses("body"), post(SIGN_UP).body(URL_ENCODED, "name=Ann")
                        .misses("body"),
                post(SIGN_UP).body("application/json", new byte[]{'{', '"', (byte) 0xff, '"', '}'})
                        .when("it is not UTF-8")
                        .answers(400, "{\"detail\":\"$text\"}")
                        .differs("wording"),
                post(SIGN_UP).json(person("A\\u0000n", "c@example.com"))
                        .answers(422, "{\"detail\":\"$text\"}")
                        .differs(
                                "no-nul"),
                post(SIGN_UP).json("{\"a\":\"" + "x".repeat(1 << 20) + "\"}").answers(413, "{}").differs("body-limit"));
    }

    private static WireRow noAddress(String email, String reason) {
        return post(SIGN_UP).json(person("Ann", email))
                .misses("email")
                .header("content-type", "application/problem\\+json")
                .tells("value is not a valid email address: .*" + Pattern.quote(reason) + ".*");
    }

    @TestFactory
    Stream<DynamicTest> section_2_log_in() {
        return tests(logIns());
    }

    private Stream<WireRow> logIns() {
        return Stream.of(logIn("ann@example.com", "password").answers(200, TOKEN),
                logIn(" ann@EXAMPLE.com", "password").answers(200, TOKEN),
                logIn("ann@example.com", "wrong password").refuses(401, "Incorrect email or password")
                        .header("www-authenticate", "Bearer"),
                logIn("ann@example.com", "").refuses(401, "Incorrect email or password"),
                logIn("ANN@example.com", "password").refuses(401, "Incorrect email or password"),
                logIn("nobody@example.com", "password").refuses(401, "Incorrect email or password"),
                logIn("plain", "password").misses("email"), post(LOG_IN).json("{}").misses("email", "password"),
                post(LOG_IN).misses("body"), get(ME).by(ann).answers(200, USER),
                post("/api/auth/verify-token").by(ann).answers(200, USER),
                post("/api/auth/verify-token").refuses(403, "Not authenticated"));
    }

    private static WireRow logIn(String email, String password) {
        return post(LOG_IN).json("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
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
        return tests(uploads());
    }

    private Stream<WireRow> uploads() {
        String completed = "{\"status\":\"completed\",\"session_id\":\"%s\",\"timestamp\":\"$stamp\","
                + "\"transcript\":\"$text\",\"analysis\":{\"words\":4},\"conversation_id\":\"%s\"}";
        FormData both = new FormData().file("audio_file", Backend.SPEECH).text("session_id", "up-2");
        FormData twice = new FormData().text("session_id", "up-3")
                .file("audio_file", Backend.SILENCE)
                .file("audio_file", Backend.SPEECH);
        FormData text = new FormData().text("session_id", "s").text("audio_file", "RIFF");
        return Stream.of(upload("up-1", Backend.SPEECH).by(ann).answers(200, completed.formatted("up-1", "$int")),
                upload("up-1", Backend.SPEECH).by(ann)
                        .when("it is sent again")
                        .answers(200, completed.formatted("up-1", "$int"))
                        .header("idempotent-replayed", "true")
                        .differs("paid-once"),
                post(UPLOAD).form(both).by(ann).when("the parts come in another order").answers(200, "{}"),
                post(UPLOAD).form(twice)
                        .by(ann)
                        .when("there are two files")
                        .answers(200, completed.formatted("up-3", "$int")),
                upload("up-1", Backend.SPEECH).when("a guest sends it")
                        .answers(200, completed.formatted("up-1", "$absent")),
                upload("up-1", Backend.SPEECH).by("")
                        .when("a page has logged out")
                        .answers(200, completed.formatted("up-1", "$absent")),
                upload("up-1", Backend.SPEECH).by("junk")
                        .refuses(401, "Could not validate credentials")
                        .differs("no-silent-guest"),
                upload("up-1", Backend.SPEECH).with("Authorization", "Basic YTpi")
                        .refuses(403, "Invalid authentication credentials")
                        .differs("no-silent-guest"),
                upload("bob-1", Backend.OTHER_SPEECH).by(ann)
                        .when("the session id is known to another user")
                        .answers(200, "{\"save\":{\"outcome\":\"CREATED\",\"revision\":1}}")
                        .differs("owned-sessions"),
                upload("up-4", Backend.SILENCE).by(ann)
                        .answers(200, "{\"transcript\":\"\",\"analysis\":{},\"save\":{\"outcome\":\"SKIPPED\"}}")
                        .differs("no-speech"),
                upload("", Backend.SPEECH).by(ann).misses("session_id").differs("session-ids"),
                upload("x".repeat(101), Backend.SPEECH).by(ann).misses("session_id").differs("session-ids"),
                upload("../../../x", Backend.SPEECH).by(ann)
                        .answers(200, "{\"session_id\":\"../../../x\"}")
                        .differs(
                                "session-ids"),
                upload("up-5", new byte[0]).by(ann).answers(400, "{}").differs("audio-is-checked"),
                upload("up-5", "text".getBytes(StandardCharsets.UTF_8)).by(ann)
                        .answers(415, "{\"detail\":\"$text\"}")
                        .differs("audio-is-checked"),
                upload("up-5", new byte[(1 << 20) + 1]).by(ann).answers(413, "{}").differs("limits"),
                post(UPLOAD).form(new FormData().text("session_id", "s")).misses("audio_file"),
                post(UPLOAD).form(new FormData().file("audio_file", Backend.SPEECH)).misses("session_id"),
                post(UPLOAD).form(new FormData()).misses("session_id", "audio_file"),
                post(UPLOAD).misses("session_id", "audio_file"),
                post(UPLOAD).json("{}").misses("session_id", "audio_file"),
                post(UPLOAD).body("audio/wav", Backend.SPEECH).misses("session_id", "audio_file"),
                post(UPLOAD).form(text).misses("audio_file"),
                post(UPLOAD).body("multipart/form-data", both.bytes()).refuses(400, "Missing boundary in multipart."),
                post(UPLOAD).body("multipart/form-data; boundary=other", both.bytes())
                        .refuses(400, "There was an error parsing the body"));
    }

    @TestFactory
    Stream<DynamicTest> section_4_save() {
        return tests(saves());
    }

    private Stream<WireRow> saves() {
        String guests = "{\"status\":\"skipped\",\"session_id\":\"save-1\",\"conversation_id\":null,"
                + "\"save\":{\"outcome\":\"SKIPPED\"}}";
        return Stream.of(save("save-1", "hello", "{}").by(ann).answers(200, SAVED.formatted("save-1")),
                save("save-1", "hello again", " {\"a\":1} ").by(ann)
                        .when("the session is known")
                        .answers(200, SAVED.formatted("save-1")),
                post(SAVE).body(URL_ENCODED, "session_id=save-2&transcript=a+b&analysis=%7B%7D")
                        .by(ann)
                        .answers(200, SAVED.formatted("save-2")),
                post(SAVE).form(saving("other", "hello", "{}").text("session_id", "save-3").text("more", "x"))
                        .by(ann)
                        .when("a field is repeated and one is unknown")
                        .answers(200, SAVED.formatted("save-3")),
                save("save-4", "", "{}").by(ann).answers(200, SAVED.formatted("save-4")),
                save("save-5", "x".repeat(1 << 20), "{}").by(ann)
                        .when("a field is 1 MiB")
                        .answers(200, SAVED.formatted(
                                "save-5")),
                save("save-1", "hello", "{}").when("a guest sends it").answers(200, guests).differs("guest-is-told"),
                save("save-1", "hello", "{}").by("")
                        .when("a page has logged out")
                        .answers(200, guests)
                        .differs(
                                "guest-is-told"),
                save("save-1", "hello", "{}").by("junk")
                        .refuses(401, "Could not validate credentials")
                        .differs("no-silent-guest"),
                save("save-1", "bob's", "{}").by(bob)
                        .when("the session id is known to another user")
                        .answers(200, "{\"save\":{\"outcome\":\"CREATED\",\"revision\":1}}")
                        .differs("owned-sessions"),
                notJson(""), notJson("{'a':1}"), notJson("\ufeff{}"), notJson("{"),
                save("s", "t", "no").when("a guest sends it").refuses(400, "Invalid analysis JSON format"),
                notJson("[1]").differs("analysis-is-an-object"), notJson("5").differs("analysis-is-an-object"),
                notJson("null").differs("analysis-is-an-object"), notJson("{\"a\":NaN}").differs("storable-json"),
                save("s", "t", "{\"a\":1e400}").by(ann).misses("analysis").differs("storable-json"),
                save("s", "t", "{\"a\":\"\\ud800\"}").by(ann).misses("analysis").differs("storable-json"),
                save("s", "t", "{\"a\":\"\\u0000\"}").by(ann).misses("analysis").differs("storable-json"),
                save("s", "a\u0000b", "{}").by(ann).misses("transcript").differs("safe-errors"),
                save("x".repeat(101), "t", "{}").by(ann).misses("session_id").differs("session-ids"),
                save(" ", "t", "{}").by(ann).misses("session_id").differs("session-ids"),
                post(SAVE).form(new FormData()).misses("session_id", "transcript", "analysis"),
                post(SAVE).misses("session_id", "transcript", "analysis"),
                post(SAVE).json("{\"session_id\":\"s\"}").misses("session_id", "transcript", "analysis"),
                post(SAVE).body(URL_ENCODED, "transcript=t").misses("session_id", "analysis"),
                post(SAVE).form(saving("s", "t", "{}").file("transcript", new byte[1])).misses("transcript"),
                post(SAVE).body(URL_ENCODED, "session_id=%4&transcript=t&analysis={}")
                        .answers(400, "{}")
                        .differs(
                                "strict-forms"),
                save("s", "x".repeat((1 << 20) + 1), "{}").by(ann).answers(413, "{}").differs("limits"));
    }

    private WireRow notJson(String analysis) {
        return save("s", "t", analysis).by(ann).refuses(400, "Invalid analysis JSON format");
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
        return tests(lists(dora));
    }

    private Stream<WireRow> lists(String dora) {
        String entry = "{\"id\":\"$int\",\"session_id\":\"d-%d\",\"created_at\":\"$time\",\"patient_name\":[\"x\"],"
                + "\"chief_complaint\":%d}";
        String page = "{\"pagination\":{\"page\":%d,\"limit\":%d,\"total\":12,\"has_more\":%b}}";
        return Stream.of(get(LIST).refuses(403, "Not authenticated"),
                get(LIST).by(dora).answers(200, page.formatted(1, 10, true)),
                get(LIST + "?page=2&limit=10").by(dora)
                        .answers(200, "{\"conversations\":[" + entry.formatted(2, 2) + "," + entry.formatted(1, 1)
                                + "],\"pagination\":{\"page\":2,\"limit\":10,\"total\":12,\"has_more\":false}}")
                        .differs("newest-first"),
                get(LIST + "?page=0&limit=99&more=1").by(dora).answers(200, page.formatted(1, 50, false)),
                get(LIST + "?page=-3").by(dora).answers(200, page.formatted(1, 10, true)),
                get(LIST + "?limit=0").by(dora)
                        .answers(200, "{\"conversations\":[],\"pagination\":"
                                + "{\"page\":1,\"limit\":0,\"total\":12,\"has_more\":true}}"),
                get(LIST + "?page=9").by(dora)
                        .answers(200, "{\"conversations\":[],\"pagination\":"
                                + "{\"page\":9,\"limit\":10,\"total\":12,\"has_more\":false}}"),
                get(LIST + "?page=1&page=2").by(dora).answers(200, page.formatted(2, 10, false)),
                get(LIST + "?page=99999999999999999999").by(dora)
                        .answers(200, "{\"conversations\":[]}")
                        .differs("pages-in-bounds"),
                get(LIST + "?limit=-1").by(dora).misses("limit").differs("pages-in-bounds"),
                get(LIST + "?page=abc").by(dora).misses("page"), get(LIST + "?page=").by(dora).misses("page"),
                get(LIST + "?limit=1.5").by(dora).misses("limit"),
                get(LIST + "?page=1.0").by(dora).misses("page").differs("whole-numbers"),
                get(LIST + "?page=1_0").by(dora).misses("page").differs("whole-numbers"),
                get(LIST + "/1").by(ann)
                        .answers(200, "{\"session_id\":\"ann-1\",\"transcript\":\"$text\","
                                + "\"analysis\":{\"words\":4},\"id\":1,\"paramedic_id\":\"$int\",\"created_at\":\"$time\"}"),
                get(LIST + "/%31").by(ann).answers(200, "{\"id\":1}"),
                get(LIST + "/1.0").by(ann).misses("conversation_id").differs("whole-numbers"),
                get(LIST + "/abc").by(ann).misses("conversation_id"), notThere("GET", "/2"), notThere("GET", "/0"),
                notThere("GET", "/-1"), notThere("GET", "/99999999999999999999999"), notThere("DELETE", "/2"),
                notThere("DELETE", "/999"), delete(LIST + "/abc").by(ann).misses("conversation_id"),
                delete(LIST + "/1").refuses(403, "Not authenticated"));
    }

    /** What is another's is answered as what is not there. */
    private WireRow notThere(String method, String id) {
        return other(method, LIST + id).by(ann).refuses(404, "Conversation not found");
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
        return tests(profiles(signUp("Ann", "fay@example.com")));
    }

    private Stream<WireRow> profiles(String fay) throws IOException {
        String user = USER.replace("ann@", "fay@");
        String picture = user.replace("\"profile_pic_data\":null", "\"profile_pic_data\":\"$jpeg\"");
        return Stream.of(get(PROFILE).by(fay).answers(200, user), get(PROFILE).refuses(403, "Not authenticated"),
                put(PROFILE).by(fay).json("{}").answers(200, user),
                put(PROFILE).by(fay).json("{\"name\":null,\"medical_id\":\"x\",\"id\":9}").answers(200, user),
                put(PROFILE).by(fay).json("{\"name\":\"\"}").misses("name"),
                put(PROFILE).by(fay).json("{\"age\":17}").misses("age"),
                put(PROFILE).by(fay).json("{\"email\":\"plain\"}").misses("email"),
                put(PROFILE).by(fay).json("{\"password\":\"short\"}").misses("password"),
                put(PROFILE).by(fay).json("[").misses("body"),
                put(PROFILE).by(fay).json("{\"email\":\"bob@example.com\"}").refuses(400, "Email already taken"),
                put(PROFILE).by(fay)
                        .json("{\"name\":\"Fay\",\"age\":44}")
                        .answers(200,
                                "{\"name\":\"Fay\",\"email\":\"fay@example.com\",\"age\":44}"),
                put(PROFILE).by(fay).json("{\"name\":\"Ann\",\"age\":30}").answers(200, user),
                picture("me.PNG", image("png")).by(fay).answers(200, picture),
                picture("me.jpeg", image("png")).by(fay).when("the name is another kind's").answers(200, picture),
                get(ME).by(fay).answers(200, picture),
                picture("me.txt", image("png")).by(fay)
                        .refuses(400, "Invalid file type. Allowed: .jpg, .jpeg, .png, .gif, .webp"),
                picture("me.png", new byte[0]).by(fay).answers(400, "{}").differs("pictures-are-checked"),
                picture("me.png", new byte[100]).by(fay).answers(400, "{}").differs("pictures-are-checked"),
                post(PICTURE).by(fay).misses("file"),
                post(PICTURE).by(fay).form(new FormData().text("file", "x")).misses("file"),
                post(PICTURE).refuses(403, "Not authenticated"), delete(PICTURE).by(fay).answers(200, user),
                delete(PICTURE).by(fay).when("there is none").answers(200, user),
                put(PROFILE).by(fay).json("{\"email\":\"gay@example.com\"}").answers(200, "{}"),
                get(ME).by(fay)
                        .when("the address has changed")
                        .answers(200, "{\"email\":\"gay@example.com\"}")
                        .differs("token-outlives-address"),
                put(PROFILE).by(fay).json("{\"password\":\"another password\"}").answers(200, "{}"),
                get(ME).by(fay)
                        .when("the password has changed")
                        .refuses(401, "Could not validate credentials")
                        .differs("password-ends-tokens"),
                logIn("gay@example.com", "another password").answers(200, "{}"));
    }

    private static WireRow picture(String name, byte[] bytes) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return post(PICTURE).body("multipart/form-data; boundary=x", form.toByteArray()).when("it is " + name);
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    @TestFactory
    Stream<DynamicTest> section_7_report() {
        return tests(reports());
    }

    private Stream<WireRow> reports() {
        String report = "{\"session_id\":\"%s\",\"analysis\":{\"chief_complaint\":\"pain\"},\"more\":1}";
        String time = "_[0-9]{14}_medical_report.pdf";
        return Stream.of(
                post(PDF).by(ann)
                        .json(report.formatted("abcdefgh-ijk"))
                        .answersFile("application/pdf", "%PDF-1.")
                        .header("content-disposition", "attachment; filename=\"abcdefgh" + time + "\"")
                        .header("content-length", "[0-9]+")
                        .header("accept-ranges", "")
                        .differs("report-not-a-file"),
                post(PDF).by(ann)
                        .json(report.formatted("a b\u00e4"))
                        .answersFile("application/pdf", "%PDF-1.")
                        .header("content-disposition", "attachment; filename\\*=utf-8''a%20b%C3%A4" + time),
                post(PDF).by(ann)
                        .json(report.formatted("a/b"))
                        .answersFile("application/pdf", "%PDF-1.")
                        .header("content-disposition", "attachment; filename=\"a_b" + time + "\"")
                        .differs("report-names"),
                post(PDF).json(report.formatted("s"))
                        .when("nobody is signed in")
                        .refuses(403, "Not authenticated")
                        .differs("report-of-the-analysis"),
                post(PDF).by(ann).json("{}").misses("session_id", "analysis"),
                post(PDF).by(ann).json("{\"session_id\":5,\"analysis\":[]}").misses("session_id", "analysis"),
                post(PDF).by(ann).json("{").misses("body"), post(PDF).by(ann).json("[]").misses("body"));
    }

    @TestFactory
    Stream<DynamicTest> section_8_health() {
        return tests(health());
    }

    private Stream<WireRow> health() {
        return Stream.of(get("/api/health").answers(200,
                "{\"status\":\"ok\",\"service\":\"Scripta\",\"database_connected\":true,\"database_error\":null}")
                .differs("service-name"));
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
        List.of(conventions(), tokens(), signUps(), logIns(), uploads(), saves(), lists(bob), profiles(bob), reports(),
                health()).forEach(rows -> rows.forEach(row -> shown.addAll(row.differences())));
        assertEquals(told, shown);
    }
}
