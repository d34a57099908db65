package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileIT extends SignInTests {

    private static final String BEFORE = "2026-11-22T07:26:25.474319";

    private String ann;

    @BeforeEach
    void signUp() throws Exception {
        ann = token("ann@example.com");
        api.backend.clock.advance(Duration.ofHours(1));
    }

    private HttpResponse<String> change(String body) throws Exception {
        return json("PUT", PROFILE, body, bearer(ann));
    }

    @Test
    void what_is_named_is_changed_and_the_rest_stays() throws Exception {
        HttpResponse<String> answer = change("{\"name\":\"Anna\",\"email\":\"anna@Example.com\",\"age\":30,\"id\":9,"
                + "\"medical_id\":\"x\"}");
        assertAll(() -> assertEquals(200, answer.statusCode()),
                () -> assertEquals("{\"name\":\"Anna\",\"email\":\"anna@example.com\",\"medical_id\":\"N/A\","
                        + "\"national_id\":\"N/A\",\"age\":30,\"id\":1,\"profile_pic_url\":null,"
                        + "\"profile_pic_data\":null,\"created_at\":\"" + BEFORE + "\","
                        + "\"updated_at\":\"2026-11-22T08:26:25.474319\"}", answer.body()),
                () -> assertEquals(answer.body(), send("GET", PROFILE, bearer(ann)).body()),
                () -> assertEquals(200, logIn("anna@example.com", PASSWORD).statusCode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null,\"email\":null,\"age\":null,\"password\":null}",
            "{\"name\":\"Ann\",\"email\":\"ann@example.com\"}"})
    void what_changes_nothing_does_not_count_as_a_change(String body) throws Exception {
        JsonObject user = object(change(body));
        assertAll(() -> assertEquals(BEFORE, user.getString("updated_at")),
                () -> assertEquals("Ann", user.getString("name")));
    }

    @Test
    void anothers_address_cannot_be_taken() throws Exception {
        token("ben@example.com");
        HttpResponse<String> answer = change("{\"name\":\"Anna\",\"email\":\"ben@example.com\"}");
        assertAll(() -> Answers.assertProblem(400, "about:blank", answer),
                () -> assertEquals("Email already taken", object(answer).getString("detail")),
                () -> assertEquals("Ann", object(send("GET", PROFILE, bearer(ann))).getString("name")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"\"}", "{\"email\":\"x\"}", "{\"age\":17}", "{\"age\":101}",
            "{\"password\":\"short\"}", "{\"name\":5}", "[]", "", "{"})
    void what_is_wrong_is_refused(String body) throws Exception {
        HttpResponse<String> answer = change(body);
        assertAll(() -> Answers.assertProblem(422, "about:blank", answer),
                () -> assertTrue(answer.body().contains("\"errors\":["), answer.body()));
    }

    @Test
    void a_long_address_is_an_address() throws Exception {
        String address = "a".repeat(64) + "@" + "b".repeat(60) + ".example.com";
        assertEquals(address, object(change("{\"email\":\"" + address + "\"}")).getString("email"));
    }
}
