package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static dev.scripta.adapters.http.Answers.header;
import static dev.scripta.adapters.http.Answers.untraced;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.recording.Rhythm;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.WorkRules;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How recordings stand, over the wire. */
class FollowRecordingsIT extends ApiTests {

    private static final String RECORDINGS = "/api/user/recordings";
    private static final int FOLLOWERS = 200;
    private static final int FOR_ONE = 20;

    /** Clients that are gone are noticed soon. */
    private static final Rhythm QUICK = new Rhythm(Duration.ofMillis(200), Duration.ofMillis(100),
            Duration.ofMillis(100), Duration.ofMinutes(1), Duration.ofMillis(50), Duration.ofMillis(1));

    @Override
    @BeforeEach
    void start() {
        api = new RunningApi(new Backend(), WorkRules.DEFAULT,
                RunningApi.settings(folder, Duration.ZERO, 1 << 20, 2 * FOLLOWERS + 50), new SelfDeclaredCallers(),
                QUICK);
    }

    private HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
        return api.send(method, path, Optional.empty(), BodyPublishers.noBody(), headers);
    }

    private Gate heldUpload(String session, String... headers) throws Exception {
        Gate gate = new Gate();
        api.backend.engine = gate.beforeEngine(api.backend.engine);
        assertEquals(202, api.submit(session, Backend.SPEECH, headers).statusCode());
        gate.awaitArrival();
        return gate;
    }

    @Test
    void another_owners_recording_is_as_unknown_as_one_that_never_was() throws Exception {
        assertEquals(202, api.submit("s1", Backend.SPEECH).statusCode());
        api.awaitBackground();
        HttpResponse<String> anothers = api.status("s1", Backend.SPEECH, "Test-Owner", "another");
        assertProblem(404, "about:blank", anothers);
        assertEquals(untraced(anothers), untraced(api.status("s2", Backend.SPEECH)));
        HttpResponse<String> events = api.status("s1", Backend.SPEECH, "Test-Owner", "another", "Accept",
                "text/event-stream");
        assertEquals(untraced(anothers), untraced(events));
        api.awaitNoFollowers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/abc?session_id=s1", "/ABC?session_id=s1", "?session_id=", "", "?session_id=%20",
            "?session_id=a%00b", "?session_id=s1&session_id="})
    void what_cannot_be_a_recording_is_refused(String rest) throws Exception {
        String path = RECORDINGS + (rest.startsWith("/") ? rest : "/" + "0".repeat(64) + rest);
        assertProblem(422, "about:blank", ask("GET", path));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws Exception {
        String answer = ask("GET", RECORDINGS + "/x").body();
        assertTrue(answer.contains("\"field\":\"audio_sha256\"") && answer.contains("\"field\":\"session_id\""),
                answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
    void other_methods_are_not_allowed(String method) throws Exception {
        assertEquals(405, ask(method, RECORDINGS).statusCode());
        assertEquals(method.equals("DELETE") ? 404 : 405,
                ask(method, RunningApi.statusPath("s1", Backend.SPEECH)).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"*/*|application/json", "text/event-stream;q=0.5, */*|application/json",
            "text/event-stream, application/json;q=0.9|text/event-stream", "text/*|text/event-stream",
            "application/*, text/event-stream|application/json", "text/event-stream;q=0, */*|application/json",
            "TEXT/EVENT-STREAM|text/event-stream"})
    void the_client_gets_what_it_accepts(String accept, String type) throws Exception {
        assertEquals(202, api.submit("s1", Backend.SPEECH).statusCode());
        api.awaitBackground();
        HttpResponse<String> answer = api.status("s1", Backend.SPEECH, "Accept", accept);
        boolean events = type.startsWith("text");
        assertAll(() -> assertEquals(200, answer.statusCode()), () -> assertEquals(type, header(answer,
                "content-type")),
                () -> assertEquals(events ? "no" : "", header(answer, "x-accel-buffering")),
                () -> assertEquals("no-store", header(answer, "cache-control")),
                () -> assertEquals(events, answer.body().startsWith("event: status\ndata: {\"session_id\":\"s1\"")));
    }

    @Test
    void what_cannot_be_had_is_not_acceptable() throws Exception {
        assertProblem(406, "about:blank", api.status("s1", Backend.SPEECH, "Accept", "text/html"));
    }

    @Test
    void silence_is_broken_and_a_client_that_goes_is_missed() throws Exception {
        try (Gate gate = heldUpload("s1")) {
            try (Events events = Events.of(api.port(), "s1", Backend.SPEECH)) {
                assertEquals("transcribing", events.stage());
                events.comment();
                events.comment();
                assertEquals(List.of(1, 1), api.inBackgroundAndFollowed());
            }
            api.awaitNoFollowers();
            gate.open();
        }
        api.awaitBackground();
        assertEquals(1, api.stored());
    }

    /**
     * More than the buffers between server and client hold: whoever does not read it is not waited for longer than others. That
     * is as long as the requests here have to arrive, too, on a machine that may be busy.
     */
    @Test
    void a_client_that_does_not_read_is_given_up_and_delays_nobody() throws Exception {
        Backend backend = api.backend;
        HttpSettings impatient = new HttpSettings("127.0.0.1", 0, folder.resolve("impatient/spool"), Duration.ZERO,
                1 << 20, 1 << 20, Duration.ofSeconds(3), 10, RunningApi.GRACE);
        try (RunningApi server = new RunningApi(backend, WorkRules.DEFAULT, impatient, new SelfDeclaredCallers(),
                QUICK);
                Gate gate = new Gate()) {
            backend.engine = gate.beforeEngine(audio -> Transcript.of("so much to say ".repeat(1 << 20)));
            assertEquals(202, server.submit("s1", Backend.SPEECH).statusCode());
            gate.awaitArrival();
            try (Events deaf = Events.of(server.port(), "s1", Backend.SPEECH)) {
                assertEquals("transcribing", deaf.stage());
                gate.open();
                server.awaitBackground();
                assertEquals(1, server.stored());
                server.awaitNoFollowers();
            }
        }
    }

    @Test
    void a_changed_password_ends_what_the_old_one_began() throws Exception {
        Backend backend = api.backend;
        try (RunningApi server = new RunningApi(backend, WorkRules.DEFAULT,
                RunningApi.settings(folder.resolve("signed-in"), Duration.ZERO, 1 << 20, 10),
                SignInInMemory.at(backend.clock), QUICK);
                Gate gate = new Gate()) {
            backend.engine = gate.beforeEngine(backend.engine);
            String token = json(server, "POST", "/api/auth/signup", SignInTests.newcomer("ann@example.com")).body()
                    .replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
            assertEquals(202, server.submit("s1", Backend.SPEECH, SignInTests.bearer(token)).statusCode());
            gate.awaitArrival();
            try (Events events = Events.of(server.port(), "s1", Backend.SPEECH, "Authorization: Bearer " + token)) {
                assertEquals("transcribing", events.stage());
                events.comment();
                assertEquals(200, json(server, "PUT", "/api/user/profile", "{\"password\":\"another horse\"}",
                        SignInTests.bearer(token)).statusCode());
                assertEquals("end", events.stage());
            }
            assertEquals(401, server.status("s1", Backend.SPEECH, SignInTests.bearer(token)).statusCode());
        }
    }

    private static HttpResponse<String> json(RunningApi server, String method, String path, String body,
            String... headers) throws Exception {
        return server.send(method, path, Optional.of("application/json"), BodyPublishers.ofString(body), headers);
    }

    @Test
    void two_hundred_follow_at_once_and_all_are_told() throws Exception {
        List<Events> followers = new ArrayList<>();
        try (Gate gate = new Gate()) {
            api.backend.engine = gate.beforeEngine(api.backend.engine);
            for (int i = 0; i < FOLLOWERS; i++) {
                String owner = "owner " + i / FOR_ONE;
                if (i % FOR_ONE == 0) {
                    api.submit("s1", Backend.SPEECH, "Test-Owner", owner);
                }
                followers.add(Events.of(api.port(), "s1", Backend.SPEECH, "Test-Owner: " + owner));
            }
            assertEquals(List.of(FOLLOWERS / FOR_ONE, FOLLOWERS), api.inBackgroundAndFollowed());
            HttpResponse<String> tooMany = api.status("s1", Backend.SPEECH, "Test-Owner", "owner 0", "Accept",
                    "text/event-stream");
            assertProblem(429, "about:blank", tooMany);
            assertEquals("5", header(tooMany, "retry-after"));
            assertEquals(200, api.status("s1", Backend.SPEECH, "Test-Owner", "owner 0").statusCode());
            gate.open();
            for (Events events : followers) {
                assertTrue(events.last().contains("second line"));
            }
        } finally {
            for (Events events : followers) {
                events.close();
            }
        }
        api.awaitNoFollowers();
    }

    @Test
    void a_server_that_ends_lets_its_followers_go_and_the_work_end() throws Exception {
        try (Gate gate = heldUpload("s1"); Events events = Events.of(api.port(), "s1", Backend.SPEECH)) {
            assertEquals("transcribing", events.stage());
            Thread closing = Thread.startVirtualThread(api::close);
            assertEquals("end", events.stage());
            gate.open();
            closing.join();
            assertEquals(1, api.stored());
        }
    }

    /** What a start finds, it finishes; and whoever asks is told of it from the first moment on. */
    @Test
    void what_time_did_not_suffice_for_goes_on_after_the_next_start() throws Exception {
        Backend backend = api.backend;
        RunningApi hasty = new RunningApi(backend, WorkRules.DEFAULT,
                new HttpSettings("127.0.0.1", 0, folder.resolve("hasty/spool"), Duration.ZERO, 1 << 20,
                        1 << 20, Duration.ofSeconds(30), 10, Duration.ofMillis(1)));
        try (Gate gate = new Gate()) {
            SpeechToText engine = backend.engine;
            backend.engine = gate.beforeEngine(engine);
            assertEquals(202, hasty.submit("s1", Backend.SPEECH).statusCode());
            gate.awaitArrival();
            hasty.close();
            assertTrue(gate.isGivenUpWithin(Duration.ofSeconds(20)), "interrupted");
            // Until what failed is noted: its rest is to begin before the clock is put forward.
            hasty.awaitBackground();
            assertEquals(0, api.stored());
            backend.engine = engine;
            backend.clock.advance(WorkRules.DEFAULT.lease().plusSeconds(1));
            try (RunningApi next = new RunningApi(backend, WorkRules.DEFAULT,
                    RunningApi.settings(folder.resolve("hasty"), Duration.ZERO, 1 << 20, 10));
                    Events events = Events.of(next.port(), "s1", Backend.SPEECH)) {
                assertEquals("waiting", events.stage());
                next.sweep();
                assertTrue(events.last().contains("\"stage\":\"done\""));
                assertEquals(1, next.stored());
            }
        }
    }

    @Test
    void what_another_instance_took_with_it_is_abandoned_until_it_is_sent_again() throws Exception {
        Backend backend = api.backend;
        RunningApi lost = new RunningApi(backend, WorkRules.DEFAULT,
                new HttpSettings("127.0.0.1", 0, folder.resolve("lost/spool"), Duration.ZERO, 1 << 20, 1 << 20,
                        Duration.ofSeconds(30), 10, Duration.ofMillis(1)));
        SpeechToText engine = backend.engine;
        try (Gate gate = new Gate()) {
            backend.engine = gate.beforeEngine(engine);
            assertEquals(202, lost.submit("s1", Backend.SPEECH).statusCode());
            gate.awaitArrival();
            lost.close();
            assertTrue(gate.isGivenUpWithin(Duration.ofSeconds(20)), "interrupted");
            lost.awaitBackground();
        }
        backend.engine = engine;
        backend.clock.advance(WorkRules.DEFAULT.rest().longest().plus(Duration.ofMinutes(5)));
        String abandoned = api.status("s1", Backend.SPEECH).body();
        assertTrue(abandoned.contains("\"stage\":\"abandoned\"") && abandoned.contains("Send it again"), abandoned);
        assertTrue(api.get(RECORDINGS).body().contains("\"stage\":\"abandoned\""));
        assertTrue(api.status("s1", Backend.SPEECH, "Accept", "text/event-stream").body().contains("abandoned"),
                "and nobody waits for more");
        assertEquals(202, api.submit("s1", Backend.SPEECH).statusCode());
        api.awaitBackground();
        assertEquals("done", Events.stage(api.status("s1", Backend.SPEECH).body()));
        assertEquals(1, api.stored());
    }

    /** Another instance works on it: the journal tells. */
    @Test
    void the_work_of_another_instance_is_followed() throws Exception {
        try (Gate gate = heldUpload("s1");
                RunningApi other = new RunningApi(folder.resolve("other"), api.backend);
                Events events = Events.of(other.port(), "s1", Backend.SPEECH)) {
            assertEquals("transcribing", events.stage());
            gate.open();
            assertTrue(events.last().contains("second line"));
        }
    }
}
