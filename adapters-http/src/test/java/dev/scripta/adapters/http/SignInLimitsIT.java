package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.adapters.http.account.Allowance;
import dev.scripta.adapters.http.account.SignInLimits;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInLimitsIT extends SignInTests {

    private static final Allowance MANY = new Allowance(1000, Duration.ofMinutes(1));
    private static final Allowance THREE = new Allowance(3, Duration.ofMinutes(3));

    private HttpResponse<String> from(String network, String address) throws Exception {
        return logIn(address, "wrong horse", "X-Forwarded-For", network);
    }

    private static void assertLimited(String wait, HttpResponse<String> answer) {
        assertAll(() -> Answers.assertProblem(429, "about:blank", answer),
                () -> assertEquals(wait, Answers.header(answer, "retry-after")));
    }

    @Test
    void one_address_is_not_tried_without_end_whatever_network_it_comes_from() throws Exception {
        restart(settings(new SignInLimits(THREE, MANY, MANY, MANY, MANY, MANY), true));
        token("ann@example.com");
        for (int i = 1; i <= 3; i++) {
            assertEquals(401, from("192.0.2." + i, "ann@example.com").statusCode());
        }
        assertLimited("60", from("192.0.2.9", "ann@example.com"));
        assertLimited("60", logIn("ann@example.com", PASSWORD));
        assertEquals(401, from("192.0.2.1", "ben@example.com").statusCode());
        api.backend.clock.advance(Duration.ofMinutes(1));
        assertEquals(200, logIn("ann@example.com", PASSWORD).statusCode());
        assertEquals(401, from("192.0.2.1", "ann@example.com").statusCode());
        assertLimited("60", from("192.0.2.1", "ann@example.com"));
    }

    @Test
    void log_ins_that_succeed_do_not_count() throws Exception {
        restart(settings(new SignInLimits(THREE, THREE, MANY, MANY, MANY, MANY), false));
        token("ann@example.com");
        for (int i = 0; i < 10; i++) {
            assertEquals(200, logIn("ann@example.com", PASSWORD).statusCode());
        }
    }

    @Test
    void log_ins_that_nobody_can_check_do_not_count() throws Exception {
        restart(settings(new SignInLimits(THREE, THREE, MANY, MANY, MANY, MANY), false));
        token("ann@example.com");
        api.backend.accountsAway = true;
        for (int i = 0; i < 10; i++) {
            assertEquals(503, logIn("ann@example.com", PASSWORD).statusCode());
        }
        api.backend.accountsAway = false;
        assertEquals(200, logIn("ann@example.com", PASSWORD).statusCode());
    }

    @Test
    void one_network_does_not_try_address_after_address() throws Exception {
        restart(settings(new SignInLimits(MANY, THREE, MANY, MANY, MANY, MANY), false));
        for (int i = 1; i <= 3; i++) {
            assertEquals(401, logIn("a" + i + "@example.com", PASSWORD).statusCode());
        }
        assertLimited("60", logIn("a4@example.com", PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1,192.0.2.1,true", "192.0.2.1,192.0.2.2,false",
            "'9.9.9.9, 192.0.2.1','8.8.8.8,192.0.2.1',true",
            "2001:db8::1,2001:db8::2,true", "2001:db8::1,2001:db8:0:1::1,false", "[2001:db8::1]:99,2001:db8::1,true",
            "192.0.2.1:4711,192.0.2.1,true", "::ffff:192.0.2.1,192.0.2.1,true", "unknown,localhost,true",
            "999.1.1.1,1.2.3,true", "192.0.2.1,unknown,false", "abc.def,'',true"})
    void behind_a_proxy_its_word_counts_and_networks_of_ipv6_count_as_one(String one, String other, boolean same)
            throws Exception {
        restart(settings(new SignInLimits(MANY, new Allowance(1, Duration.ofMinutes(1)), MANY, MANY, MANY, MANY),
                true));
        assertEquals(401, from(one, "ann@example.com").statusCode());
        assertEquals(same ? 429 : 401, from(other, "ann@example.com").statusCode());
    }

    @Test
    void without_a_proxy_the_word_of_callers_does_not_count() throws Exception {
        restart(settings(new SignInLimits(MANY, new Allowance(1, Duration.ofMinutes(1)), MANY, MANY, MANY, MANY),
                false));
        assertEquals(401, from("192.0.2.1", "ann@example.com").statusCode());
        assertLimited("60", from("192.0.2.2", "ann@example.com"));
    }

    @Test
    void sign_ups_are_limited_by_address_and_by_network() throws Exception {
        restart(settings(new SignInLimits(MANY, MANY, new Allowance(1, Duration.ofHours(1)), THREE, MANY, MANY), true));
        assertEquals(201, signUpFrom("192.0.2.1", "ann@example.com").statusCode());
        assertLimited("3600", signUpFrom("192.0.2.2", "ann@example.com"));
        assertEquals(201, signUpFrom("192.0.2.1", "ben@example.com").statusCode());
        assertEquals(201, signUpFrom("192.0.2.1", "cyd@example.com").statusCode());
        assertLimited("60", signUpFrom("192.0.2.1", "dan@example.com"));
        assertEquals(422, json("POST", SIGN_UP, "{}", "X-Forwarded-For", "192.0.2.1").statusCode());
    }

    @Test
    void guests_are_limited_by_network_and_those_who_signed_in_are_not() throws Exception {
        restart(settings(new SignInLimits(MANY, MANY, MANY, MANY, THREE, MANY), true));
        String token = token("ann@example.com");
        String[] here = {"X-Forwarded-For", "192.0.2.1"};
        assertEquals(200, api.upload("s1", RunningApi.SPEECH, here).statusCode());
        assertEquals(200, api.upload("s1", RunningApi.SPEECH, here).statusCode());
        assertEquals(200, api.save("s1", "hello", "{}", here).statusCode());
        assertLimited("60", api.upload("s1", RunningApi.SPEECH, here));
        assertLimited("60", api.save("s1", "hello", "{}", here));
        assertEquals(2, api.backend.recognitions.get());
        assertEquals(200, api.save("s1", "hello", "{}", "X-Forwarded-For", "192.0.2.2").statusCode());
        assertEquals(200, api.save("s1", "hello", "{}", "X-Forwarded-For", "192.0.2.1", "Authorization",
                "Bearer " + token).statusCode());
    }

    @Test
    void one_account_does_not_keep_everybody_from_signing_in_by_changing_its_password() throws Exception {
        restart(settings(new SignInLimits(MANY, MANY, MANY, MANY, MANY, THREE), false));
        String ben = token("ben@example.com");
        token("ann@example.com");
        String password = PASSWORD;
        for (int i = 1; i <= 3; i++) {
            password = changed("ann@example.com", password, "another horse " + i);
        }
        String token = object(logIn("ann@example.com", password)).getString("access_token");
        assertLimited("60", json("PUT", PROFILE, "{\"password\":\"one horse more\"}", bearer(token)));
        assertEquals(200, json("PUT", PROFILE, "{\"name\":\"Anna\"}", bearer(token)).statusCode());
        assertEquals(200, json("PUT", PROFILE, "{\"password\":\"bens own horse\"}", bearer(ben)).statusCode());
    }

    private String changed(String address, String from, String to) throws Exception {
        String token = object(logIn(address, from)).getString("access_token");
        assertEquals(200, json("PUT", PROFILE, "{\"password\":\"" + to + "\"}", bearer(token)).statusCode());
        return to;
    }

    private HttpResponse<String> signUpFrom(String network, String address) throws Exception {
        return json("POST", SIGN_UP, newcomer(address), "X-Forwarded-For", network);
    }
}
