package dev.scripta.adapters.http.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check bites: each planted wrong answer is told, each right one passes. */
class AnswerCheckTest {

    private static final String HEALTH = "{\"status\":\"ok\",\"service\":\"Scripta\",\"database_connected\":true,"
            + "\"database_error\":null,\"speech\":\"ready\"}";
    private static final String CONVERSATION =
            "{\"session_id\":\"s1\",\"transcript\":\"hello\",\"analysis\":{},\"id\":1,"
                    + "\"paramedic_id\":1,\"created_at\":\"2026-11-22T07:26:25.474319\",\"updated_at\":\"2026-11-22T07:26:25\","
                    + "\"revision\":1,\"segments\":[{\"start\":0.0,\"end\":1.5,\"text\":\"hello\"}]}";
    private static final String TAG = "\"1-0123456789abcdef\"";

    private static DescribedAnswer json(String method, String path, int status, String body, String... headers) {
        return answer(method, path, status, status < 400 ? "application/json" : "application/problem+json", body,
                headers);
    }

    private static DescribedAnswer answer(String method, String path, int status, String type, String body,
            String... headers) {
        Map<String, List<String>> all = new HashMap<>(Map.of("content-type", List.of(type), "trace-id",
                List.of("0123456789abcdef0123456789abcdef"), "vary", List.of("Accept")));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new DescribedAnswer(method, path, status, all, body);
    }

    private static String problem(int status) {
        return "{\"type\":\"about:blank\",\"title\":\"T\",\"status\":" + status
                + ",\"detail\":\"D\",\"instance\":\"/x\","
                + "\"traceId\":\"0123456789abcdef0123456789abcdef\"}";
    }

    private static List<String> faults(DescribedAnswer answer) {
        return AnswerCheck.SERVED.faults(answer);
    }

    private static void assertFault(String fault, DescribedAnswer answer) {
        assertTrue(faults(answer).toString().contains(fault), () -> faults(answer).toString());
    }

    @Test
    void right_answers_pass() {
        for (DescribedAnswer right : List.of(json("GET", "/api/health", 200, HEALTH),
                json("GET", "/api/health", 200, HEALTH.replace("}", ",\"more\":1}")),
                json("GET", "/api/user/conversations/1", 200, CONVERSATION, "etag", TAG),
                json("GET", "/api/user/conversations/1", 404, problem(404)),
                json("GET", "/api/nothing", 404, problem(404)),
                answer("OPTIONS", "/api/health", 200, "text/plain", "OK", "Access-Control-Allow-Methods", "GET, POST"),
                json("HEAD", "/api/health", 405, "", "Allow", "GET"),
                json("PUT", "/api/user/conversations/1", 405, problem(405), "Allow", "GET, DELETE"))) {
            assertEquals(List.of(), faults(right), right.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"database_connected,true,'\"yes\"'", "status,ok,fine", "service,Scripta,Other",
            "database_error,null,false", "speech,ready,Ready"})
    void a_member_of_another_type_or_value_is_told(String member, String right, String wrong) {
        assertFault("/" + member, json("GET", "/api/health", 200, HEALTH.replace(right, wrong)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"session_id", "transcript", "analysis", "id", "paramedic_id", "created_at", "updated_at",
            "revision", "segments", "start", "text"})
    void a_member_of_another_name_is_told(String member) {
        assertFault("required property '" + member + "' not found", json("GET", "/api/user/conversations/1", 200,
                CONVERSATION.replace("\"" + member + "\"", "\"other\""), "etag", TAG));
    }

    @ParameterizedTest
    @CsvSource({"25.474319,25.474319Z", "25.474319,25.47", "'\"analysis\":{}','\"analysis\":[]'",
            "'\"id\":1','\"id\":\"1\"'", "'\"revision\":1','\"revision\":0'", "1.5,\"1.5\""})
    void a_value_that_is_not_as_promised_is_told(String right, String wrong) {
        assertTrue(CONVERSATION.contains(right));
        assertEquals(1, faults(json("GET", "/api/user/conversations/1", 200, CONVERSATION.replace(right, wrong),
                "etag", TAG)).size());
    }

    @Test
    void a_status_that_is_not_described_is_told() {
        assertFault("no such status", json("GET", "/api/health", 201, HEALTH));
        assertFault("no such status", json("GET", "/api/health", 404, problem(404)));
        assertFault("no such status", json("GET", "/api/nothing", 200, HEALTH));
        assertFault("no such status", json("POST", "/api/upload-audio", 504, problem(504)));
    }

    @Test
    void a_path_that_is_there_is_not_answered_as_if_it_were_not() {
        assertFault("the path has other methods", json("PUT", "/api/health", 404, problem(404)));
        assertFault("Allow must name [DELETE, GET]",
                json("PUT", "/api/user/conversations/1", 405, problem(405), "Allow", "GET"));
        assertFault("Allow must name []", json("PUT", "/api/nothing", 405, problem(405), "Allow", "GET"));
    }

    @Test
    void another_content_type_is_told() {
        assertFault("no such content type: text/plain", answer("GET", "/api/health", 200, "text/plain", HEALTH));
        assertFault("no such content type: application/json",
                answer("GET", "/api/nothing", 404, "application/json", problem(404)));
    }

    @Test
    void a_header_that_is_missing_or_malformed_is_told() {
        assertFault("header ETag is missing", json("GET", "/api/user/conversations/1", 200, CONVERSATION));
        assertFault("header ETag:",
                json("GET", "/api/user/conversations/1", 200, CONVERSATION, "etag", "1-0123456789abcdef"));
        assertFault("header Retry-After is missing", json("POST", "/api/upload-audio", 409, problem(409)));
        assertFault("header Retry-After:", json("POST", "/api/upload-audio", 409, problem(409), "retry-after", "soon"));
        assertFault("header WWW-Authenticate is missing", json("POST", "/api/upload-audio", 401, problem(401)));
        assertFault("header Allow is missing", json("PUT", "/api/health", 405, problem(405)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Not Found", "{\"detail\":\"Not Found\"}", "[]",
            "{\"type\":\"about:blank\",\"title\":\"T\",\"status\":400,\"detail\":\"D\"}",
            "{\"type\":\"about:blank\",\"title\":\"T\",\"status\":404,\"detail\":[{\"msg\":\"D\"}]}",
            "{\"type\":\"about:blank\",\"title\":\"T\",\"status\":404,\"detail\":\"\"}"})
    void what_is_no_problem_document_is_told(String body) {
        assertFalse(faults(json("GET", "/api/nothing", 404, body)).isEmpty());
        assertThrows(AssertionError.class, () -> AnswerCheck.SERVED.checkProblem(404, body));
    }

    @Test
    void a_test_fails_with_what_was_expected_and_what_came() {
        var wrong = json("GET", "/api/health", 200, HEALTH.replace("ok", "fine"));
        AssertionError told = assertThrows(AssertionError.class, () -> AnswerCheck.SERVED.check(wrong));
        assertTrue(told.getMessage().startsWith("docs/openapi.json says otherwise: GET /api/health -> 200: /status"),
                told.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"/a/{id},/a/1,true", "/a/{id},/a/1/2,false", "/a/{id},/a/,false", "/a/{id},/a,false", "/a.b,/a-b,false",
            "/a/{id}.{format},/a/1.pdf,true", "/a/{id}.{format},/a/1,false", "/a/{id},/a/%2F,true"})
    void a_path_is_one_of_a_template_or_is_not(String template, String path, boolean matches) {
        assertEquals(matches, new PathTemplate(template).matches(path));
    }

    @Test
    void the_template_that_leaves_less_open_is_meant() {
        assertTrue(new PathTemplate("/a/{id}.{format}").compareTo(new PathTemplate("/a/{id}")) < 0);
        assertTrue(new PathTemplate("/a/b").compareTo(new PathTemplate("/a/{id}")) < 0);
    }
}
