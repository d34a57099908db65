package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.SIGN_UP;
import static dev.scripta.adapters.http.Wire.TOKEN;
import static dev.scripta.adapters.http.Wire.URL_ENCODED;
import static dev.scripta.adapters.http.Wire.person;
import static dev.scripta.adapters.http.WireRow.post;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Accounts that are made, and that are not. */
final class WireSignUps {

    private WireSignUps() {}

    static Stream<WireRow> rows() {
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
}
