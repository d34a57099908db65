package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static dev.scripta.adapters.http.Answers.header;
import static dev.scripta.adapters.http.Answers.untraced;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsIT extends ApiTests {

    private static final String ONE = CONVERSATIONS + "/1";
    private static final String SESSION = "f81d4fae-7dec";

    private void saveTimed() throws IOException, InterruptedException {
        api.backend.engine = audio -> new Transcript("Hello. <b>", Optional.of("en"), List.of(
                new Segment(Duration.ZERO, Duration.ofMillis(1500), "Hello. <b>")), Optional.of("test"));
        assertEquals(200, api.upload(SESSION, RunningApi.SPEECH).statusCode());
    }

    private void saveUntimed() throws IOException, InterruptedException {
        assertEquals(200, api.save(SESSION, "Hello. <b>", "{\"title\":\"A *call*\",\"topics\":[\"ألم\"]}")
                .statusCode());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return api.send("GET", path, Optional.empty(), BodyPublishers.noBody(), headers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"*/*|200|application/json", "application/json|200|application/json",
            "text/plain|200|text/plain; charset=utf-8", "text/markdown|200|text/markdown; charset=utf-8",
            "application/x-subrip|200|application/x-subrip; charset=utf-8", "text/vtt|200|text/vtt; charset=utf-8",
            "application/pdf|200|application/pdf",
            "text/vtt;q=0.2, text/markdown;q=0.3|200|text/markdown; charset=utf-8",
            "text/html, */*;q=0.1|200|application/json", "text/html|406|application/problem+json",
            "*/*;q=0|406|application/problem+json", "nonsense|200|application/json"})
    void the_header_chooses_the_format(String accept, int status, String type) throws Exception {
        saveTimed();
        HttpResponse<String> answer = get(ONE, "Accept", accept);
        assertAll(() -> assertEquals(status, answer.statusCode(), answer.body()),
                () -> assertEquals(type, header(answer, "content-type")),
                () -> assertEquals("Accept", header(answer, "vary")),
                () -> assertEquals("", header(answer, "content-disposition")));
    }

    @Test
    void without_the_header_the_answer_is_json() throws Exception {
        saveUntimed();
        assertEquals("application/json", header(get(ONE), "content-type"));
    }

    @ParameterizedTest
    @CsvSource({".json,application/json", ".txt,text/plain; charset=utf-8", ".md,text/markdown; charset=utf-8",
            ".srt,application/x-subrip; charset=utf-8", ".vtt,text/vtt; charset=utf-8", ".pdf,application/pdf"})
    void the_address_chooses_the_format_of_a_download(String suffix, String type) throws Exception {
        saveTimed();
        // Whatever the header says.
        HttpResponse<String> answer = get(ONE + suffix, "Accept", "image/png");
        assertAll(() -> assertEquals(200, answer.statusCode(), answer.body()),
                () -> assertEquals(type, header(answer, "content-type")),
                () -> assertEquals("attachment; filename=\"f81d4fae_20261122072625" + suffix + "\"",
                        header(answer, "content-disposition")),
                () -> assertEquals(get(ONE, "Accept", type).headers().firstValue("etag"),
                        answer.headers().firstValue("etag")));
    }

    @Test
    void each_representation_has_an_entity_tag_of_its_own_and_json_keeps_the_one_that_saves_go_by() throws Exception {
        saveTimed();
        Set<String> tags = new HashSet<>();
        for (String suffix : List.of(".json", ".txt", ".md", ".srt", ".vtt", ".pdf")) {
            tags.add(header(get(ONE + suffix), "etag"));
        }
        assertAll(() -> assertEquals(6, tags.size()),
                () -> assertTrue(tags.contains(header(get(ONE), "etag"))),
                () -> assertEquals(200,
                        api.save(SESSION, "new", "{}", "If-Match", header(get(ONE), "etag")).statusCode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {".srt", ".vtt"})
    void subtitles_without_times_are_not_there(String suffix) throws Exception {
        saveUntimed();
        HttpResponse<String> answer = get(ONE + suffix);
        assertProblem(404, "about:blank", answer);
        assertTrue(answer.body().contains("no timed segments"), answer.body());
    }

    @Test
    void subtitles_without_times_are_not_acceptable_unless_something_else_is() throws Exception {
        saveUntimed();
        HttpResponse<String> answer = get(ONE, "Accept", "text/vtt, application/x-subrip");
        assertProblem(406, "about:blank", answer);
        assertTrue(answer.body().contains("no timed segments"), answer.body());
        assertEquals("text/plain; charset=utf-8",
                header(get(ONE, "Accept", "text/vtt, text/plain;q=0.1"), "content-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".json", ".txt", ".md", ".srt", ".vtt", ".pdf"})
    void another_owners_conversation_is_as_unknown_as_none(String suffix) throws Exception {
        saveTimed();
        HttpResponse<String> foreign = get(ONE + suffix, "Test-Owner", "another", "Accept", "application/pdf");
        HttpResponse<String> none = get(CONVERSATIONS + "/9" + suffix, "Accept", "application/pdf");
        assertAll(() -> assertEquals(404, foreign.statusCode()),
                () -> assertEquals(untraced(none).replace("/9", "/1"), untraced(foreign)),
                () -> assertEquals(none.headers().map().keySet(), foreign.headers().map().keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1.xml", "/1.PDF", "/.pdf", "/1.pdf.pdf", "/1.json.txt", "/x.md", "/1.5", "/1pdf"})
    void other_suffixes_are_no_numbers(String path) throws Exception {
        saveUntimed();
        assertEquals(422, get(CONVERSATIONS + path).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"DELETE,422", "POST,405", "PUT,405"})
    void a_download_can_only_be_read(String method, int status) throws Exception {
        saveUntimed();
        assertEquals(status, api.send(method, ONE + ".pdf", Optional.empty(), BodyPublishers.noBody()).statusCode());
        assertEquals(200, get(ONE).statusCode());
    }

    @Test
    void text_and_markdown_tell_all_and_text_stays_text() throws Exception {
        saveUntimed();
        assertEquals("""
                Conversation
                ============

                Session: f81d4fae
                Recorded: 2026-11-22 07:26:25 +00:00

                Title
                -----
                A *call*

                Topics
                ------
                - ألم

                Transcript
                ----------
                Hello. <b>
                """, get(ONE + ".txt").body());
        assertEquals("""
                # Conversation

                - **Session:** f81d4fae
                - **Recorded:** 2026-11-22 07:26:25 +00:00

                ## Title

                A \\*call\\*

                ## Topics

                - ألم

                ## Transcript

                Hello. \\<b\\>
                """, get(ONE + ".md").body());
    }
}
