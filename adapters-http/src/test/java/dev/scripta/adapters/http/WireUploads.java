package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.UPLOAD;
import static dev.scripta.adapters.http.Wire.upload;
import static dev.scripta.adapters.http.WireRow.post;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Recordings are sent. */
record WireUploads(String ann) {

    Stream<WireRow> rows() {
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
}
