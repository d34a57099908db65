package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.usecase.BrowseConversations;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Session ids live in a browser and survive its users: what one said is never another's. */
class OwnersIT extends SignInTests {

    private static final int THREADS = 32;
    private static final int ROUNDS = 200;

    private String ann;
    private String ben;

    @BeforeEach
    void signUpTwo() throws Exception {
        ann = token("ann@example.com");
        ben = token("ben@example.com");
    }

    private List<JsonObject> listed(String token) throws IOException, InterruptedException {
        return object(send("GET", ApiTests.CONVERSATIONS, bearer(token))).getJsonArray("conversations")
                .getValuesAs(JsonObject.class);
    }

    private String transcript(String token, long id) throws IOException, InterruptedException {
        return object(send("GET", ApiTests.CONVERSATIONS + "/" + id, bearer(token))).getString("transcript");
    }

    private static long id(HttpResponse<String> answer) {
        return object(answer).getJsonNumber("conversation_id").longValueExact();
    }

    @Test
    void two_users_of_one_browser_have_a_conversation_each_and_neither_sees_the_others() throws Exception {
        long annsId = id(api.upload("shared", RunningApi.SPEECH, bearer(ann)));
        long annsAgain = id(api.save("shared", "what Ann said", "{\"chief_complaint\":\"a\"}", bearer(ann)));
        long bensId = id(api.upload("shared", Backend.OTHER_SPEECH, bearer(ben)));
        id(api.save("shared", "what Ben said", "{\"chief_complaint\":\"b\"}", bearer(ben)));
        assertAll(() -> assertEquals(annsId, annsAgain), () -> assertTrue(annsId != bensId),
                () -> assertEquals(List.of((int) annsId), listed(ann).stream().map(one -> one.getInt("id")).toList()),
                () -> assertEquals(List.of((int) bensId), listed(ben).stream().map(one -> one.getInt("id")).toList()),
                () -> assertEquals("what Ann said", transcript(ann, annsId)),
                () -> assertEquals("what Ben said", transcript(ben, bensId)),
                () -> assertEquals(2, object(send("GET", ApiTests.CONVERSATIONS + "/" + bensId, bearer(ben))).getInt(
                        "paramedic_id")));
    }

    @Test
    void the_same_audio_of_two_users_is_recognised_for_each() throws Exception {
        api.upload("shared", RunningApi.SPEECH, bearer(ann));
        HttpResponse<String> bens = api.upload("shared", RunningApi.SPEECH, bearer(ben));
        assertAll(() -> assertEquals("false", Answers.header(bens, "idempotent-replayed")),
                () -> Answers.assertSaved("CREATED", bens));
    }

    @Test
    void what_is_anothers_is_answered_as_what_is_not_there() throws Exception {
        long annsId = id(api.save("s1", "what Ann said", "{}", bearer(ann)));
        for (String method : List.of("GET", "DELETE")) {
            HttpResponse<String> anothers = send(method, ApiTests.CONVERSATIONS + "/" + annsId, bearer(ben));
            HttpResponse<String> nobodys = send(method, ApiTests.CONVERSATIONS + "/" + 999, bearer(ben));
            assertAll(() -> assertEquals(404, anothers.statusCode()), () -> assertEquals(404, nobodys.statusCode()),
                    () -> assertEquals(Answers.untraced(nobodys).replace("/999", "/" + annsId),
                            Answers.untraced(anothers)),
                    () -> assertEquals(nobodys.headers().map().keySet(), anothers.headers().map().keySet()));
        }
        for (String suffix : List.of(".json", ".txt", ".md", ".srt", ".vtt", ".pdf")) {
            HttpResponse<String> anothers = send("GET", ApiTests.CONVERSATIONS + "/" + annsId + suffix, bearer(ben));
            HttpResponse<String> nobodys = send("GET", ApiTests.CONVERSATIONS + "/999" + suffix, bearer(ben));
            assertAll(() -> assertEquals(404, anothers.statusCode()),
                    () -> assertEquals(Answers.untraced(nobodys).replace("/999", "/" + annsId),
                            Answers.untraced(anothers)));
        }
        assertAll(() -> assertEquals(List.of(), listed(ben)),
                () -> assertEquals(0, object(send("GET", ApiTests.CONVERSATIONS, bearer(ben))).getJsonObject(
                        "pagination").getInt("total")),
                () -> assertEquals("what Ann said", transcript(ann, annsId)));
    }

    @Test
    void users_who_race_for_one_session_id_end_with_one_conversation_each() throws Exception {
        BrowseConversations conversations = api.useCases.browseConversations();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> racers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                boolean isAnn = thread % 2 == 0;
                int number = thread;
                racers.add(threads.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        start.await();
                        HttpResponse<String> answer = api.save("shared-" + round,
                                (isAnn ? "what Ann said " : "what Ben said ") + number, "{}",
                                bearer(isAnn ? ann : ben));
                        Answers.assertSaved("", answer);
                    }
                    return null;
                }));
            }
        }
        for (Future<?> racer : racers) {
            racer.get();
        }
        for (String owner : List.of("1", "2")) {
            String said = owner.equals("1") ? "what Ann said " : "what Ben said ";
            List<String> sessions = new ArrayList<>();
            List<String> foreign = new ArrayList<>();
            for (int page = 1; page <= ROUNDS / PageRequest.MAX_SIZE + 1; page++) {
                conversations.list(new OwnerId(owner), new PageRequest(page, PageRequest.MAX_SIZE))
                        .entries()
                        .forEach(entry -> {
                            sessions.add(entry.key().session().value());
                            String text = conversations.read(new OwnerId(owner), entry.id())
                                    .orElseThrow()
                                    .content()
                                    .transcript()
                                    .text();
                            if (!text.startsWith(said)) {
                                foreign.add(text);
                            }
                        });
            }
            assertAll(() -> assertEquals(ROUNDS, sessions.size()),
                    () -> assertEquals(ROUNDS, sessions.stream().distinct().count()),
                    () -> assertEquals(List.of(), foreign));
        }
    }
}
