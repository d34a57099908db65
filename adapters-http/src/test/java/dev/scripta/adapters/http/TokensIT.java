package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.account.SignInSettings;
import dev.scripta.adapters.http.account.SigningSecrets;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensIT extends SignInTests {

    private static final String OTHER_SECRET = "another secret, which is long enough";

    private String real;
    private CraftedToken crafted;

    @BeforeEach
    void signUp() throws Exception {
        real = token("ann@example.com");
        crafted = CraftedToken.from(real);
    }

    @Test
    void a_token_made_by_hand_as_we_make_it_is_valid() throws Exception {
        assertEquals(200, send("GET", ME, bearer(crafted.signed(SECRET))).statusCode());
    }

    @Test
    void a_token_tells_who_gave_it_to_whom_and_until_when() {
        assertAll(() -> assertEquals("HS256", crafted.header().getString("alg")),
                () -> assertTrue(crafted.header().getString("kid").matches("[0-9a-f]{8,16}")),
                () -> assertEquals("1", crafted.claims().getString("sub")),
                () -> assertEquals("scripta", crafted.claims().getString("iss")),
                () -> assertEquals(LIFETIME.toSeconds(), crafted.number("exp") - crafted.number("iat")));
    }

    private Map<String, String> strangers() {
        long now = crafted.number("iat");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("not signed", crafted.unsigned());
        tokens.put("alg none with our signature", crafted.header("alg", "none").unsigned()
                + real.substring(real.lastIndexOf('.') + 1));
        tokens.put("alg none without a key id", crafted.withoutHeader("kid").unsigned());
        tokens.put("no alg", real.replaceFirst("^[^.]+", Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(crafted.withoutHeader("alg")
                        .header()
                        .toString()
                        .getBytes(
                                StandardCharsets.UTF_8))));
        tokens.put("HS384", crafted.signed("HS384", "HmacSHA384", SECRET));
        tokens.put("HS512", crafted.signed("HS512", "HmacSHA512", SECRET));
        tokens.put("HS512 by name only", crafted.signed("HS512", "HmacSHA256", SECRET));
        tokens.put("RS256", crafted.signedByRsa());
        tokens.put("another secret", crafted.signed(OTHER_SECRET));
        tokens.put("another key id", crafted.header("kid", "0000000000000000").signed(SECRET));
        tokens.put("no key id", crafted.withoutHeader("kid").signed(SECRET));
        tokens.put("run out now", crafted.claim("exp", now).signed(SECRET));
        tokens.put("run out", crafted.claim("exp", now - 1).signed(SECRET));
        tokens.put("never runs out", crafted.without("exp").signed(SECRET));
        tokens.put("given in future", crafted.claim("iat", now + 60).signed(SECRET));
        tokens.put("not given", crafted.without("iat").signed(SECRET));
        tokens.put("valid in future", crafted.claim("nbf", now + 60).signed(SECRET));
        tokens.put("another issuer", crafted.claim("iss", "else").signed(SECRET));
        tokens.put("no issuer", crafted.without("iss").signed(SECRET));
        tokens.put("another audience", crafted.claim("aud", "else").signed(SECRET));
        tokens.put("no audience", crafted.without("aud").signed(SECRET));
        tokens.put("an unknown account", crafted.claim("sub", "2").signed(SECRET));
        tokens.put("no account", crafted.claim("sub", "0").signed(SECRET));
        tokens.put("an account beyond all", crafted.claim("sub", "99999999999999999999").signed(SECRET));
        tokens.put("an address", crafted.claim("sub", "ann@example.com").signed(SECRET));
        tokens.put("no subject", crafted.without("sub").signed(SECRET));
        tokens.put("a subject that is a number", crafted.claim("sub", 1).signed(SECRET));
        tokens.put("a subject that is a list", crafted.claim("sub", JsonValue.EMPTY_JSON_ARRAY).signed(SECRET));
        tokens.put("a time that is a text", crafted.claim("exp", "tomorrow").signed(SECRET));
        tokens.put("a time beyond all", crafted.claim("iat", JsonValue.EMPTY_JSON_OBJECT).signed(SECRET));
        tokens.put("an older password", crafted.claim("pwd_rev", 0).signed(SECRET));
        tokens.put("any password", crafted.without("pwd_rev").signed(SECRET));
        tokens.put("a password that is a text", crafted.claim("pwd_rev", "1").signed(SECRET));
        tokens.put("half a password", crafted.claim("pwd_rev", Json.createValue(1.5)).signed(SECRET));
        tokens.put("truncated", real.substring(0, real.length() - 5));
        tokens.put("without its signature", real.substring(0, real.lastIndexOf('.')));
        tokens.put("8 KiB", crafted.claim("x", "x".repeat(6000)).signed(SECRET));
        tokens.put("8 KiB of dots", ".".repeat(8192));
        tokens.put("junk", "junk");
        tokens.put("junk in three parts", "a.b.c");
        tokens.put("two blanks before it", " " + real);
        tokens.put("something behind it", real + " x");
        return tokens;
    }

    @TestFactory
    Stream<DynamicTest> who_did_not_sign_in_here_is_refused_everywhere() {
        return strangers().entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            String[] header = bearer(entry.getValue());
            for (HttpResponse<String> answer : List.of(send("GET", ME, header),
                    send("GET", ApiTests.CONVERSATIONS, header), api.save("s1", "hello", "{}", header),
                    api.upload("s1", RunningApi.SPEECH, header))) {
                assertAll(() -> Answers.assertProblem(401, "about:blank", answer),
                        () -> assertEquals("Could not validate credentials", object(answer).getString("detail")),
                        () -> assertEquals("Bearer", Answers.header(answer, "www-authenticate")));
            }
            assertEquals(0, api.backend.recognitions.get());
        }));
    }

    @ParameterizedTest
    @CsvSource({"'',Not authenticated", "Bearer,Not authenticated", "'Bearer ',Not authenticated",
            "bearer,Not authenticated", "eyJhbGciOiJIUzI1NiJ9.e30.x,Not authenticated", "Basic,Not authenticated",
            "Basic YTpi,Invalid authentication credentials", "Token abc,Invalid authentication credentials"})
    void who_sends_no_token_is_told_so(String value, String detail) throws Exception {
        HttpResponse<String> answer = send("GET", ME, "Authorization", value);
        assertAll(() -> Answers.assertProblem(403, "about:blank", answer),
                () -> assertEquals(detail, object(answer).getString("detail")),
                () -> assertEquals("", Answers.header(answer, "www-authenticate")));
    }

    @Test
    void every_route_but_the_open_ones_asks_for_a_token_before_it_looks_at_anything_else() throws Exception {
        assertAll(() -> assertEquals(403, send("GET", ME).statusCode()),
                () -> assertEquals(403, send("POST", "/api/auth/verify-token").statusCode()),
                () -> assertEquals(403, send("GET", ApiTests.CONVERSATIONS + "?page=x").statusCode()),
                () -> assertEquals(403, send("GET", ApiTests.CONVERSATIONS + "/abc").statusCode()),
                () -> assertEquals(403, send("DELETE", ApiTests.CONVERSATIONS + "/1").statusCode()),
                () -> assertEquals(403, send("GET", ApiTests.CONVERSATIONS + "/1.pdf").statusCode()),
                () -> assertEquals(403, json("POST", "/api/generate-pdf", "{").statusCode()),
                () -> assertEquals(403, send("GET", PROFILE).statusCode()),
                () -> assertEquals(403, json("PUT", PROFILE, "{").statusCode()),
                () -> assertEquals(403, send("POST", PICTURE).statusCode()),
                () -> assertEquals(403, send("DELETE", PICTURE).statusCode()),
                () -> assertEquals(200, send("GET", "/api/health").statusCode()));
    }

    @Test
    void the_scheme_may_be_written_in_any_case() throws Exception {
        assertEquals(200, send("GET", ME, "Authorization", "bEARER " + real).statusCode());
    }

    @Test
    void two_tokens_are_none() throws Exception {
        assertEquals(401, send("GET", ME, "Authorization", "Bearer " + real, "Authorization", "Bearer " + real)
                .statusCode());
    }

    @Test
    void a_token_lives_as_long_as_was_said() throws Exception {
        api.backend.clock.advance(LIFETIME.minusSeconds(1));
        assertEquals(200, send("GET", ME, bearer(real)).statusCode());
        api.backend.clock.advance(Duration.ofSeconds(1));
        assertEquals(401, send("GET", ME, bearer(real)).statusCode());
    }

    @Test
    void a_changed_password_ends_older_tokens_and_a_changed_address_does_not() throws Exception {
        assertEquals(200, json("PUT", PROFILE, "{\"email\":\"new@example.com\"}", bearer(real)).statusCode());
        assertEquals(200, send("GET", ME, bearer(real)).statusCode());
        assertEquals(200, json("PUT", PROFILE, "{\"password\":\"another horse\"}", bearer(real)).statusCode());
        assertEquals(401, send("GET", ME, bearer(real)).statusCode());
        assertEquals(401, logIn("new@example.com", PASSWORD).statusCode());
        String newer = object(logIn("new@example.com", "another horse")).getString("access_token");
        assertEquals(200, send("GET", ME, bearer(newer)).statusCode());
    }

    @Test
    void the_secret_can_be_changed_without_ending_tokens() throws Exception {
        String old = crafted.signed(SECRET);
        restart(new SignInSettings(
                new SigningSecrets(OTHER_SECRET, Optional.of(SECRET)), LIFETIME, true,
                false));
        String newer = object(logIn("ann@example.com", PASSWORD)).getString("access_token");
        assertEquals(200, send("GET", ME, bearer(old)).statusCode());
        assertEquals(200, send("GET", ME, bearer(newer)).statusCode());
        restart(new SignInSettings(
                new SigningSecrets(OTHER_SECRET, Optional.empty()), LIFETIME, true,
                false));
        assertEquals(401, send("GET", ME, bearer(old)).statusCode());
        assertEquals(200, send("GET", ME, bearer(newer)).statusCode());
    }

    @Test
    void a_body_of_a_protected_route_is_not_needed() throws Exception {
        assertEquals(200, api.send("POST", "/api/auth/verify-token", Optional.of("application/json"),
                BodyPublishers.ofString("{}"), bearer(real)).statusCode());
    }
}
