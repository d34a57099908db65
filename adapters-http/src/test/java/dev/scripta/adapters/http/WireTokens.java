package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.LIST;
import static dev.scripta.adapters.http.Wire.ME;
import static dev.scripta.adapters.http.Wire.PROFILE;
import static dev.scripta.adapters.http.Wire.USER;
import static dev.scripta.adapters.http.WireRow.get;
import static dev.scripta.adapters.http.WireRow.put;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** Who is who, by the header of one who is signed in. */
record WireTokens(String ann) {

    Stream<WireRow> rows() {
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
}
