package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.LIST;
import static dev.scripta.adapters.http.WireRow.delete;
import static dev.scripta.adapters.http.WireRow.get;
import static dev.scripta.adapters.http.WireRow.other;

import java.util.stream.Stream;

/**
 * Conversations are listed, read and deleted.
 *
 * @param ann has conversation 1, and not 2
 * @param dora has the conversations d-1 to d-12
 */
record WireConversations(String ann, String dora) {

    Stream<WireRow> rows() {
        String entry = "{\"id\":\"$int\",\"session_id\":\"d-%d\",\"created_at\":\"$time\",\"patient_name\":[\"x\"],"
                + "\"chief_complaint\":%d}";
        String page = "{\"pagination\":{\"page\":%d,\"limit\":%d,\"total\":12,\"has_more\":%b}}";
        return Stream.of(get(LIST).refuses(403, "Not authenticated"),
                get(LIST).by(dora).answers(200, page.formatted(1, 10, true)),
                get(LIST + "?page=2&limit=10").by(dora)
                        .answers(200, "{\"conversations\":[" + entry.formatted(2, 2) + "," + entry.formatted(1, 1)
                                + "],\"pagination\":{\"page\":2,\"limit\":10,\"total\":12,\"has_more\":false}}")
                        .differs("newest-first"),
                get(LIST + "?page=0&limit=99&more=1").by(dora).answers(200, page.formatted(1, 50, false)),
                get(LIST + "?page=-3").by(dora).answers(200, page.formatted(1, 10, true)),
                get(LIST + "?limit=0").by(dora)
                        .answers(200, "{\"conversations\":[],\"pagination\":"
                                + "{\"page\":1,\"limit\":0,\"total\":12,\"has_more\":true}}"),
                get(LIST + "?page=9").by(dora)
                        .answers(200, "{\"conversations\":[],\"pagination\":"
                                + "{\"page\":9,\"limit\":10,\"total\":12,\"has_more\":false}}"),
                get(LIST + "?page=1&page=2").by(dora).answers(200, page.formatted(2, 10, false)),
                get(LIST + "?page=99999999999999999999").by(dora)
                        .answers(200, "{\"conversations\":[]}")
                        .differs("pages-in-bounds"),
                get(LIST + "?limit=-1").by(dora).misses("limit").differs("pages-in-bounds"),
                get(LIST + "?page=abc").by(dora).misses("page"), get(LIST + "?page=").by(dora).misses("page"),
                get(LIST + "?limit=1.5").by(dora).misses("limit"),
                get(LIST + "?page=1.0").by(dora).misses("page").differs("whole-numbers"),
                get(LIST + "?page=1_0").by(dora).misses("page").differs("whole-numbers"),
                get(LIST + "/1").by(ann)
                        .answers(200, "{\"session_id\":\"ann-1\",\"transcript\":\"$text\","
                                + "\"analysis\":{\"words\":4},\"id\":1,\"paramedic_id\":\"$int\",\"created_at\":\"$time\"}"),
                get(LIST + "/%31").by(ann).answers(200, "{\"id\":1}"),
                get(LIST + "/1.0").by(ann).misses("conversation_id").differs("whole-numbers"),
                get(LIST + "/abc").by(ann).misses("conversation_id"), notThere("GET", "/2"), notThere("GET", "/0"),
                notThere("GET", "/-1"), notThere("GET", "/99999999999999999999999"), notThere("DELETE", "/2"),
                notThere("DELETE", "/999"), delete(LIST + "/abc").by(ann).misses("conversation_id"),
                delete(LIST + "/1").refuses(403, "Not authenticated"));
    }

    /** What is another's is answered as what is not there. */
    private WireRow notThere(String method, String id) {
        return other(method, LIST + id).by(ann).refuses(404, "Conversation not found");
    }
}
