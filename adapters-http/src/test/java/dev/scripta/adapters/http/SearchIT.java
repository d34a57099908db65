package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list, searched. What a search finds is the stores' business, and tested there. */
class SearchIT extends ApiTests {

    private static final Pattern SESSION = Pattern.compile("\"session_id\":\"([^\"]*)\"");

    @BeforeEach
    void save() throws Exception {
        api.save("s1", "Schmerzen in der Brust", "{\"chief_complaint\":\"pain in the chest\"}");
        api.save("s2", "a fall from a ladder", "{\"chief_complaint\":\"broken arm\"}");
        api.save("s3", "chest pain again", "{}");
    }

    private HttpResponse<String> find(String words, String more, String... headers) throws Exception {
        return api.send("GET",
                CONVERSATIONS + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more, Optional.empty(),
                BodyPublishers.noBody(), headers);
    }

    private static List<String> sessions(HttpResponse<String> answer) {
        return SESSION.matcher(answer.body()).results().map((MatchResult found) -> found.group(1)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"chest pain|s3 s1", "PAI|s3 s1", "arm lad|s2", "brust|s1", "'  '|s3 s2 s1",
            "nothing of that|''"})
    void every_word_must_begin_a_word_there(String words, String expected) throws Exception {
        assertEquals(expected, String.join(" ", sessions(find(words, ""))));
    }

    @Test
    void what_is_found_comes_in_pages() throws Exception {
        HttpResponse<String> first = find("chest", "&limit=1");
        assertEquals(List.of("s3"), sessions(first));
        assertTrue(first.body().endsWith("\"pagination\":{\"page\":1,\"limit\":1,\"total\":2,\"has_more\":true}}"),
                first.body());
        assertEquals(List.of("s1"), sessions(find("chest", "&limit=1&page=2")));
        assertEquals(List.of(), sessions(find("chest", "", "Test-Owner", "another")));
    }

    @Test
    void what_cannot_be_searched_for_is_refused() throws Exception {
        assertEquals(200, find("x".repeat(200), "").statusCode());
        HttpResponse<String> refused = find("x".repeat(201), "");
        assertProblem(422, "about:blank", refused);
        assertTrue(refused.body().contains("\"field\":\"q\""), refused.body());
        assertEquals(422, find("a\u0000b", "").statusCode());
    }
}
