package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.LOG_IN;
import static dev.scripta.adapters.http.Wire.ME;
import static dev.scripta.adapters.http.Wire.TOKEN;
import static dev.scripta.adapters.http.Wire.USER;
import static dev.scripta.adapters.http.Wire.logIn;
import static dev.scripta.adapters.http.WireRow.get;
import static dev.scripta.adapters.http.WireRow.post;

import java.util.stream.Stream;

/** Somebody signs in who has an account. */
record WireLogIns(String ann) {

    Stream<WireRow> rows() {
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
}
