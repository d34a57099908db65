package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.SAVE;
import static dev.scripta.adapters.http.Wire.SAVED;
import static dev.scripta.adapters.http.Wire.URL_ENCODED;
import static dev.scripta.adapters.http.Wire.save;
import static dev.scripta.adapters.http.Wire.saving;
import static dev.scripta.adapters.http.WireRow.post;

import java.util.stream.Stream;

/** Transcripts and analyses are saved. */
record WireSaves(String ann, String bob) {

    Stream<WireRow> rows() {
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
}
