package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static dev.scripta.adapters.http.Answers.assertSaved;
import static dev.scripta.adapters.http.Answers.header;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saves that depend on what is stored, and saves that come late or while the store is away. */
class SaveConditionsIT extends ApiTests {

    private static final String TYPE = "/problems/precondition-failed";

    /** H05: read, save, conflict, read again, save. */
    @Test
    void a_save_that_knows_the_current_tag_wins_and_one_that_does_not_is_told() throws Exception {
        String first = header(api.save("s1", "one", "{}"), "etag");
        String second = header(api.save("s1", "two", "{}", "If-Match", first), "etag");
        HttpResponse<String> late = api.save("s1", "three", "{}", "If-Match", first);
        assertProblem(412, TYPE, late);
        assertEquals(second, header(late, "etag"));
        String read = header(api.get(CONVERSATIONS + "/1"), "etag");
        assertSaved("UPDATED\",\"revision\":3}}", api.save("s1", "three", "{}", "If-Match", read));
    }

    @Test
    void a_retry_whose_answer_was_lost_is_no_conflict() throws Exception {
        String tag = header(api.save("s1", "one", "{}"), "etag");
        api.save("s1", "two", "{}", "If-Match", tag);
        HttpResponse<String> retry = api.save("s1", "two", "{}", "If-Match", tag);
        assertSaved("UNCHANGED\",\"revision\":2}}", retry);
        assertTrue(header(retry, "etag").startsWith("\"2-"));
    }

    @Test
    void a_revert_on_purpose_is_applied() throws Exception {
        api.save("s1", "one", "{}");
        String tag = header(api.save("s1", "two", "{}"), "etag");
        assertSaved("UPDATED\",\"revision\":3}}", api.save("s1", "one", "{}", "If-Match", tag));
    }

    @Test
    void a_weak_tag_matches_nothing() throws Exception {
        String tag = header(api.save("s1", "one", "{}"), "etag");
        assertProblem(412, TYPE, api.save("s1", "two", "{}", "If-Match", "W/" + tag));
    }

    @Test
    void one_of_several_tags_is_enough() throws Exception {
        String tag = header(api.save("s1", "one", "{}"), "etag");
        assertSaved("UPDATED", api.save("s1", "two", "{}", "If-Match", "\"a,b\" , , W/\"c\"," + tag));
    }

    @Test
    void tags_may_come_in_several_headers() throws Exception {
        String tag = header(api.save("s1", "one", "{}"), "etag");
        assertSaved("UPDATED", api.save("s1", "two", "{}", "If-Match", "\"a\"", "If-Match", tag));
    }

    @Test
    void a_star_matches_whatever_is_there() throws Exception {
        HttpResponse<String> nothingThere = api.save("s1", "one", "{}", "If-Match", "*");
        assertProblem(412, TYPE, nothingThere);
        assertAll(() -> assertEquals("", header(nothingThere, "etag")), () -> assertEquals(0, api.stored()));
        api.save("s1", "one", "{}");
        assertSaved("UPDATED", api.save("s1", "two", "{}", "If-Match", " * "));
    }

    @Test
    void none_match_star_creates_only() throws Exception {
        assertSaved("CREATED", api.save("s1", "one", "{}", "If-None-Match", "*"));
        HttpResponse<String> other = api.save("s1", "two", "{}", "If-None-Match", "*");
        assertProblem(412, TYPE, other);
        assertTrue(header(other, "etag").startsWith("\"1-"));
        assertSaved("UNCHANGED", api.save("s1", "one", "{}", "If-None-Match", "*"));
    }

    /** RFC 9110 section 13.1.2 compares weakly here. */
    @Test
    void none_match_excludes_tags_weak_or_not() throws Exception {
        String tag = header(api.save("s1", "one", "{}"), "etag");
        assertProblem(412, TYPE, api.save("s1", "two", "{}", "If-None-Match", "\"x\", " + tag));
        assertProblem(412, TYPE, api.save("s1", "two", "{}", "If-None-Match", "W/" + tag));
        assertSaved("UPDATED", api.save("s1", "two", "{}", "If-None-Match", "\"x\""));
    }

    @Test
    void both_conditions_must_hold() throws Exception {
        String tag = header(api.save("s1", "one", "{}"), "etag");
        assertProblem(412, TYPE, api.save("s1", "two", "{}", "If-Match", tag, "If-None-Match", tag));
        assertProblem(412, TYPE, api.save("s1", "two", "{}", "If-Match", "\"x\"", "If-None-Match", "\"y\""));
        assertSaved("UPDATED", api.save("s1", "two", "{}", "If-Match", tag, "If-None-Match", "\"y\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-abc", "\"a", "a\"", "\"a\" \"b\"", "*, \"a\"", "w/\"a\"", "W/ \"a\"", ",",
            "\"a b\""})
    void what_is_no_list_of_tags_is_refused(String tags) throws Exception {
        api.save("s1", "one", "{}");
        for (String name : List.of("If-Match", "If-None-Match")) {
            HttpResponse<String> answer = api.save("s1", "two", "{}", name, tags);
            assertProblem(400, "about:blank", answer);
            assertTrue(answer.body().contains(name + " must be * or a list of entity tags."), answer.body());
        }
        assertTrue(api.get(CONVERSATIONS + "/1").body().contains("\"transcript\":\"one\""));
    }

    /** X09. */
    @Test
    void of_many_who_know_the_same_tag_one_wins() throws Exception {
        String tag = header(api.save("s1", "one", "{}"), "etag");
        List<Callable<HttpResponse<String>>> saves = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String words = "rival " + i;
            saves.add(() -> api.save("s1", words, "{}", "If-Match", tag));
        }
        int winners = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : threads.invokeAll(saves)) {
                assertTrue(answer.get().statusCode() == 200 || answer.get().statusCode() == 412, answer.get().body());
                winners += answer.get().statusCode() == 200 ? 1 : 0;
            }
        }
        assertEquals(1, winners);
        assertTrue(api.get(CONVERSATIONS + "/1").body().contains("\"revision\":2"));
    }

    /** X08: the backup save of an old recording, sent after a newer one. */
    @Test
    void a_late_backup_save_is_superseded() throws Exception {
        api.upload("s1", Backend.SPEECH);
        HttpResponse<String> newer = api.upload("s1", Backend.OTHER_SPEECH);
        HttpResponse<String> late = api.save("s1", Backend.WORDS, "{\"words\":4}");
        assertSaved("SUPERSEDED\",\"revision\":2}}", late);
        assertAll(() -> assertEquals(header(newer, "etag"), header(late, "etag")),
                () -> assertTrue(late.body()
                        .startsWith("{\"status\":\"saved\",\"session_id\":\"s1\",\"conversation_id\":1"),
                        late.body()),
                () -> assertTrue(api.get(CONVERSATIONS + "/1").body().contains("other words")));
    }

    /** H09: what existing pages do after each recording. */
    @Test
    void upload_and_backup_save_make_one_conversation() throws Exception {
        assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
        assertSaved("UNCHANGED", api.save("s1", Backend.WORDS.replace("\n", "\r\n"), "{ \"words\" : 4e0 }"));
        assertTrue(api.get(CONVERSATIONS + "/1").body().contains("\"revision\":1"));
    }

    @Test
    void with_the_store_away_a_save_is_accepted_and_made_later() throws Exception {
        api.backend.storeAway = true;
        HttpResponse<String> answer = api.save("s1", "one", "{}");
        assertAll(() -> assertEquals(202, answer.statusCode()),
                () -> assertEquals("{\"status\":\"deferred\",\"session_id\":\"s1\",\"conversation_id\":null,"
                        + "\"save\":{\"outcome\":\"DEFERRED\",\"durable\":true}}", answer.body()),
                () -> assertEquals("no-store", header(answer, "cache-control")),
                () -> assertEquals("", header(answer, "etag")));
        api.backend.storeAway = false;
        api.backend.drain();
        assertSaved("UNCHANGED", api.save("s1", "one", "{}"));
    }

    @Test
    void what_cannot_be_kept_is_not_accepted() throws Exception {
        try (RunningApi full = new RunningApi(folder.resolve("full"), new Backend(0))) {
            full.backend.storeAway = true;
            HttpResponse<String> answer = full.save("s1", "one", "{}");
            assertProblem(503, "about:blank", answer);
            assertEquals("5", header(answer, "retry-after"));
        }
    }

    @Test
    void a_conditional_save_is_not_deferred() throws Exception {
        api.backend.storeAway = true;
        HttpResponse<String> answer = api.save("s1", "one", "{}", "If-None-Match", "*");
        assertProblem(503, "about:blank", answer);
        assertEquals("5", header(answer, "retry-after"));
    }
}
