package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.account.Allowance;
import dev.scripta.adapters.http.account.SignInLimits;
import dev.scripta.adapters.http.account.SignInSettings;
import dev.scripta.adapters.http.account.SigningSecrets;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Profile;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthIT extends SignInTests {

    private static final String USER = "{\"name\":\"Ann\",\"email\":\"ann@example.com\",\"medical_id\":\"N/A\","
            + "\"national_id\":\"N/A\",\"age\":null,\"id\":1,\"profile_pic_url\":null,\"profile_pic_data\":null,"
            + "\"created_at\":\"2026-11-22T07:26:25.474319\",\"updated_at\":\"2026-11-22T07:26:25.474319\"}";

    /** {@code secret99} with the salt {@code 0123456789abcdef0123456789abcdef}, by {@code sha256sum}. */
    private static final String OLD_HASH = "0123456789abcdef0123456789abcdef:"
            + "c762c5f881a0933abc446de68e57ef0cfe84afd8206ed78ed9912e86da1a975d";

    @Test
    void who_signs_up_gets_a_token_and_is_told_what_is_known_of_them() throws Exception {
        HttpResponse<String> answer = json("POST", SIGN_UP, newcomer("ann@example.com"));
        assertAll(() -> assertEquals(201, answer.statusCode()),
                () -> assertTrue(answer.body()
                        .matches("\\{\"access_token\":\"[\\w-]+\\.[\\w-]+\\.[\\w-]+\","
                                + "\"token_type\":\"bearer\",\"user\":.*}"), answer.body()),
                () -> assertTrue(answer.body().endsWith(",\"user\":" + USER + "}"), answer.body()),
                () -> assertEquals("no-store", Answers.header(answer, "cache-control")));
    }

    @Test
    void what_strangers_send_is_small() throws Exception {
        String large = "{\"x\":\"" + "x".repeat(16 << 10) + "\"}";
        String token = token("ann@example.com");
        assertAll(() -> assertEquals(413, json("POST", SIGN_UP, large).statusCode()),
                () -> assertEquals(413, json("POST", LOG_IN, large).statusCode()),
                () -> assertEquals(413, json("PUT", PROFILE, large, bearer(token)).statusCode()));
    }

    @Test
    void who_logs_in_gets_a_token_that_tells_who_they_are() throws Exception {
        token("ann@example.com");
        HttpResponse<String> answer = logIn("ann@example.com", PASSWORD);
        String token = object(answer).getString("access_token");
        assertAll(() -> assertEquals(200, answer.statusCode()),
                () -> assertEquals(USER, send("GET", ME, bearer(token)).body()),
                () -> assertEquals(USER, send("POST", "/api/auth/verify-token", bearer(token)).body()),
                () -> assertEquals(USER, send("GET", PROFILE, bearer(token)).body()));
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_told_alike() throws Exception {
        token("ann@example.com");
        HttpResponse<String> wrong = logIn("ann@example.com", "wrong horse");
        HttpResponse<String> unknown = logIn("ben@example.com", PASSWORD);
        assertAll(() -> Answers.assertProblem(401, "about:blank", wrong),
                () -> assertEquals("Incorrect email or password", object(wrong).getString("detail")),
                () -> assertEquals(Answers.untraced(wrong), Answers.untraced(unknown)),
                () -> assertEquals(401, unknown.statusCode()),
                () -> assertEquals("Bearer", Answers.header(wrong, "www-authenticate")),
                () -> assertEquals("Bearer", Answers.header(unknown, "www-authenticate")));
    }

    @Test
    void an_empty_password_is_a_wrong_one() throws Exception {
        token("ann@example.com");
        assertEquals(401, logIn("ann@example.com", "").statusCode());
    }

    @Test
    void the_domain_may_be_written_in_any_case_and_the_rest_may_not() throws Exception {
        token("  Ann Lee <Ann.Lee@EXAMPLE.com> ");
        assertAll(() -> assertEquals(200, logIn("Ann.Lee@example.COM", PASSWORD).statusCode()),
                () -> assertEquals("Ann.Lee@example.com",
                        object(logIn("Ann.Lee@Example.com", PASSWORD)).getJsonObject("user").getString("email")),
                () -> assertEquals(401, logIn("ann.lee@example.com", PASSWORD).statusCode()),
                () -> assertEquals(201, json("POST", SIGN_UP, newcomer("ann.lee@example.com")).statusCode()));
    }

    @Test
    void where_newcomers_are_not_welcome_those_who_are_there_go_on_signing_in() throws Exception {
        token("ann@example.com");
        restart(new SignInSettings(new SigningSecrets(SECRET, Optional.empty()), Duration.ofDays(7), false, true, false,
                SignInLimits.DEFAULT));
        assertAll(() -> Answers.assertProblem(403, "about:blank", json("POST", SIGN_UP, newcomer("ben@example.com"))),
                () -> assertEquals(200, logIn("ann@example.com", PASSWORD).statusCode()),
                () -> assertEquals(401, logIn("ben@example.com", PASSWORD).statusCode()));
    }

    @Test
    void an_address_is_given_once() throws Exception {
        token("ann@example.com");
        HttpResponse<String> answer = json("POST", SIGN_UP, newcomer("ann@EXAMPLE.com"));
        assertAll(() -> Answers.assertProblem(400, "about:blank", answer),
                () -> assertEquals("Email already registered", object(answer).getString("detail")));
    }

    @Test
    void of_twelve_sign_ups_at_once_with_one_address_one_succeeds() throws Exception {
        int clients = 12;
        // They may have to come again, and that is not what is counted here.
        Allowance many = new Allowance(1000, Duration.ofMinutes(1));
        restart(settings(new SignInLimits(many, many, many, many, many, many), false));
        CyclicBarrier start = new CyclicBarrier(clients);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return signedUpInTime("ann@example.com");
                }));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        assertEquals(List.of(201, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400),
                statuses.stream().sorted().toList());
    }

    /** Tries again while the server, on a busy machine, has no time to hash the password. */
    private HttpResponse<String> signedUpInTime(String address) throws Exception {
        HttpResponse<String> answer = json("POST", SIGN_UP, newcomer(address));
        for (int tries = 1; answer.statusCode() == 503 && tries < 10; tries++) {
            answer = json("POST", SIGN_UP, newcomer(address));
        }
        return answer;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|name is required; email is required; password is required",
            "{'name':'','email':'a@b.c','password':'12345678'}|name must not be empty",
            "{'name':5,'email':null,'password':[]}|name must be text; email must be text; password must be text",
            "{'name':'A','email':'a@b.c','password':'1234567'}|password must have 8 characters or more",
            "{'name':'A','email':'a@b.c','password':'12345678','age':17}|age must be a whole number from 18 to 100",
            "{'name':'A','email':'a@b.c','password':'12345678','age':'x'}|age must be a whole number from 18 to 100",
            "{'name':'A','email':'a@b.c','password':'12345678','age':55.5}|age must be a whole number from 18 to 100",
            "{'name':'A','email':'a@b.c','password':'12345678','age':1e999999}|The body nests too deep, holds too much or "
                    + "text that cannot be kept.",
            "{'name':'A','email':'a@b','password':'12345678'}|value is not a valid email address: The part after the "
                    + "@-sign is not valid. It should have a period.",
            "{'name':'A\\u0000','email':'a@b.c','password':'12345678'}|The body nests too deep, holds too much or text "
                    + "that cannot be kept.",
            "[]|The body must be a JSON object.", "''|The body must be a JSON object.",
            "null|The body must be a JSON object.", "{|The body must be a JSON object."})
    void what_is_wrong_is_told_as_text_and_for_each_field(String body, String detail) throws Exception {
        HttpResponse<String> answer = json("POST", SIGN_UP, body.replace('\'', '"'));
        assertAll(() -> Answers.assertProblem(422, "about:blank", answer),
                () -> assertEquals(detail, object(answer).getString("detail")),
                () -> assertEquals(detail.split("; ").length, object(answer).getJsonArray("errors").size()),
                () -> assertFalse(answer.body().contains("1234567"), answer.body()));
    }

    @Test
    void texts_have_limits_and_ages_may_be_written_as_text() throws Exception {
        String body = "{\"name\":\"%s\",\"email\":\"ann@example.com\",\"medical_id\":\"%s\",\"age\":\"55\","
                + "\"password\":\"12345678\",\"id\":7}";
        assertAll(
                () -> assertEquals(422, json("POST", SIGN_UP, body.formatted("x".repeat(101), "")).statusCode()),
                () -> assertEquals(422, json("POST", SIGN_UP, body.formatted("x", "x".repeat(51))).statusCode()),
                () -> assertEquals(201,
                        json("POST", SIGN_UP, body.formatted("😀".repeat(100), "x".repeat(50))).statusCode()),
                () -> assertTrue(logIn("ann@example.com", "12345678").body()
                        .contains("\"national_id\":null,\"age\":55,"
                                + "\"id\":1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/signup", "/api/auth/login"})
    void bodies_may_come_without_a_type_and_must_be_utf_8(String path) throws Exception {
        assertAll(
                () -> assertEquals(400, api.send("POST", path, Optional.of("application/json"),
                        BodyPublishers.ofByteArray(new byte[]{'{', '"', (byte) 0xff, '"', '}'})).statusCode()),
                () -> assertEquals(422, api.send("POST", path, Optional.empty(), BodyPublishers.ofString("{}"))
                        .statusCode()),
                () -> assertEquals(405, send("GET", path).statusCode()));
    }

    @Test
    void an_old_hash_is_accepted_once_and_replaced() throws Exception {
        EmailAddress address = new EmailAddress("old@example.com");
        api.backend.accounts.signUp(new Profile("Old", address, Optional.empty(), Optional.empty(),
                OptionalInt.empty()), new PasswordHash(OLD_HASH));
        assertEquals(401, logIn("old@example.com", "secret98").statusCode());
        assertEquals(OLD_HASH, kept(address));
        assertEquals(200, logIn("old@example.com", "secret99").statusCode());
        String replaced = kept(address);
        assertTrue(replaced.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), replaced);
        assertEquals(200, logIn("old@example.com", "secret99").statusCode());
        assertEquals(replaced, kept(address));
        assertEquals(1, api.backend.accounts.find(address).orElseThrow().passwordRevision());
    }

    /** Of the reference implementation's tests: its salt is half as long as ours. */
    @Test
    void a_weaker_hash_is_replaced() throws Exception {
        EmailAddress address = new EmailAddress("old@example.com");
        api.backend.accounts.signUp(new Profile("Old", address, Optional.empty(), Optional.empty(),
                OptionalInt.empty()), new PasswordHash("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                        + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
        String token = object(logIn("old@example.com", "password")).getString("access_token");
        assertTrue(kept(address).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), kept(address));
        assertAll(() -> assertEquals(200, send("GET", ME, bearer(token)).statusCode()),
                () -> assertEquals(200, logIn("old@example.com", "password").statusCode()));
    }

    private String kept(EmailAddress address) {
        return api.backend.accounts.find(address).orElseThrow().password().value();
    }

    @Test
    void while_the_store_is_away_nobody_signs_in_and_all_are_told_to_come_again() throws Exception {
        String token = token("ann@example.com");
        api.backend.accountsAway = true;
        for (HttpResponse<String> answer : List.of(json("POST", SIGN_UP, newcomer("ben@example.com")),
                logIn("ann@example.com", PASSWORD), send("GET", ME, bearer(token)),
                send("GET", ApiTests.CONVERSATIONS, bearer(token)))) {
            assertAll(() -> Answers.assertProblem(503, "about:blank", answer),
                    () -> assertEquals("5", Answers.header(answer, "retry-after")));
        }
    }
}
