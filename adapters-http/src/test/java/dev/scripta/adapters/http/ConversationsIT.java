package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsIT extends ApiTests {

    private void save(String session, String analysis) throws IOException, InterruptedException {
        api.post("/api/save-analysis",
                new FormData().text("session_id", session).text("transcript", "hello").text("analysis", analysis));
    }

    private HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return api.send("DELETE", path, Optional.empty(), BodyPublishers.noBody());
    }

    @Test
    void the_list_is_newest_first_and_passes_two_members_on_as_they_are() throws Exception {
        save("s1", "{\"patient_name\":[\"x\"],\"chief_complaint\":5}");
        save("s2", "{}");
        assertEquals(
                "{\"conversations\":[{\"id\":2,\"session_id\":\"s2\",\"created_at\":\"2026-11-22T07:26:25.474319\","
                        + "\"patient_name\":null,\"chief_complaint\":null},{\"id\":1,\"session_id\":\"s1\","
                        + "\"created_at\":\"2026-11-22T07:26:25.474319\",\"patient_name\":[\"x\"],\"chief_complaint\":5}],"
                        + "\"pagination\":{\"page\":1,\"limit\":10,\"total\":2,\"has_more\":false}}", api.get(
                                CONVERSATIONS)
                                .body());
    }

    @ParameterizedTest
    @CsvSource({"page=2&limit=1,1,2,1,false", "page=1&limit=1,1,1,1,true", "page=0&limit=99,2,1,50,false",
            "page=-5,2,1,10,false", "limit=0,0,1,0,true", "page=9,0,9,10,false", "page=1&page=2&limit=1,1,2,1,false",
            "page=99999999999999999999,0,2147483647,10,false"})
    void pages_are_clamped_and_echoed(String query, int entries, int page, int limit, boolean more) throws Exception {
        save("s1", "{}");
        save("s2", "{}");
        String body = api.get(CONVERSATIONS + "?" + query).body();
        assertAll(() -> assertEquals(entries, body.split("created_at", -1).length - 1, body),
                () -> assertTrue(body.endsWith("\"pagination\":{\"page\":" + page + ",\"limit\":" + limit
                        + ",\"total\":2,\"has_more\":" + more + "}}"), body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=abc", "page=1.5", "page=", "limit=x", "limit=-1"})
    void what_is_no_page_is_refused(String query) throws Exception {
        assertEquals(422, api.get(CONVERSATIONS + "?" + query).statusCode());
    }

    @Test
    void a_conversation_is_read_by_its_number() throws Exception {
        save("s1", "{\"z\":1.10,\"a\":[true,null]}");
        HttpResponse<String> answer = api.get(CONVERSATIONS + "/1");
        assertAll(() -> assertEquals(200, answer.statusCode()),
                () -> assertTrue(answer.headers().firstValue("etag").isPresent()),
                () -> assertEquals("{\"session_id\":\"s1\",\"transcript\":\"hello\","
                        + "\"analysis\":{\"z\":1.10,\"a\":[true,null]},\"id\":1,\"paramedic_id\":1,"
                        + "\"created_at\":\"2026-11-22T07:26:25.474319\",\"updated_at\":\"2026-11-22T07:26:25.474319\","
                        + "\"revision\":1,\"segments\":[]}", answer.body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2", "/0", "/-1", "/9007199254740992", "/99999999999999999999999999"})
    void what_is_not_there_is_not_found(String id) throws Exception {
        save("s1", "{}");
        HttpResponse<String> answer = api.get(CONVERSATIONS + id);
        assertAll(() -> assertEquals(404, answer.statusCode()),
                () -> assertTrue(answer.body().contains("\"detail\":\"Conversation not found\"")),
                () -> assertEquals(404, delete(CONVERSATIONS + id).statusCode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/abc", "/1.5", "/%00"})
    void what_is_no_number_is_refused(String id) throws Exception {
        assertEquals(422, api.get(CONVERSATIONS + id).statusCode());
    }

    @Test
    void a_deleted_conversation_is_gone_and_a_later_save_makes_another() throws Exception {
        save("s1", "{}");
        assertEquals("{\"status\":\"success\",\"message\":\"Conversation deleted\"}", delete(CONVERSATIONS + "/1")
                .body());
        assertEquals(404, delete(CONVERSATIONS + "/1").statusCode());
        save("s1", "{}");
        assertTrue(api.get(CONVERSATIONS).body().contains("\"id\":2,"));
    }

    @Test
    void health_tells_of_store_and_recogniser() throws Exception {
        assertEquals("{\"status\":\"ok\",\"service\":\"Scripta\",\"database_connected\":true,\"database_error\":null,"
                + "\"speech\":\"ready\"}", api.get("/api/health").body());
    }
}
