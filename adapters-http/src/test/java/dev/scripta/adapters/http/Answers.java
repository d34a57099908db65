package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.function.Executable;

/** What tests expect of answers. */
final class Answers {

    private Answers() {}

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The body but for what differs with each request: the trace. */
    static String untraced(HttpResponse<String> answer) {
        return answer.body().replaceAll(",\"traceId\":\"[^\"]*\"", "");
    }

    /** Status 200 and what became of saving, as JSON from {@code "outcome"} on. */
    static void assertSaved(String outcome, HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"save\":{\"outcome\":\"" + outcome), answer.body());
    }

    static Executable replayed(boolean replayed, HttpResponse<String> answer) {
        return () -> assertEquals(Boolean.toString(replayed), header(answer, "idempotent-replayed"));
    }

    /** A problem document with all that it must have, and nothing that it must not. */
    static void assertProblem(int status, String type, HttpResponse<String> answer) {
        assertAll(() -> assertEquals(status, answer.statusCode(), answer.body()),
                () -> assertEquals("application/problem+json", header(answer, "content-type")),
                () -> assertTrue(answer.body().startsWith("{\"type\":\"" + type + "\",\"title\":\""), answer.body()),
                () -> assertTrue(answer.body().contains("\",\"status\":" + status + ",\"detail\":\""), answer.body()),
                () -> assertTrue(answer.body().contains("\"instance\":\"/api/"), answer.body()),
                () -> assertFalse(answer.body().contains("Exception"), answer.body()),
                () -> assertFalse(answer.body().contains("first line"), answer.body()),
                () -> assertEquals("", header(answer, "idempotent-replayed")));
    }
}
