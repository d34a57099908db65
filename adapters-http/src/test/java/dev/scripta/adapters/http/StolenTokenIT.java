package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StolenTokenIT extends SignInTests {

    private static final String NEWER = "a newer password";

    /** The server asks for the body when it has checked the token, and the body comes when the token is none any more. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"password\":\"taken over\"}", "{\"email\":\"thief@example.com\"}"})
    void a_request_that_began_before_the_password_changed_changes_nothing_after_it(String body) throws Exception {
        String token = token("ann@example.com");
        try (Socket thief = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            thief.setSoTimeout(20_000);
            BufferedReader answer = new BufferedReader(
                    new InputStreamReader(thief.getInputStream(), StandardCharsets.US_ASCII));
            send(thief, "PUT " + PROFILE + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nExpect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
            assertEquals("HTTP/1.1 100 Continue", answer.readLine());
            assertEquals("", answer.readLine());
            assertEquals(200,
                    json("PUT", PROFILE, "{\"password\":\"" + NEWER + "\"}", bearer(token)).statusCode());
            send(thief, body);
            assertEquals("HTTP/1.1 401 Unauthorized", answer.readLine());
        }
        assertAll(() -> assertEquals(200, logIn("ann@example.com", NEWER).statusCode()),
                () -> assertEquals(401, logIn("ann@example.com", "taken over").statusCode()));
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
