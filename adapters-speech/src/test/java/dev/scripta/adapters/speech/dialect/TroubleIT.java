package dev.scripta.adapters.speech.dialect;

import static dev.scripta.core.tck.server.Trouble.BAD_KEY;
import static dev.scripta.core.tck.server.Trouble.RATE_LIMITED;
import static dev.scripta.core.tck.server.Trouble.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.clip.Clip;
import dev.scripta.adapters.speech.clip.ClipRequest;
import dev.scripta.adapters.speech.guard.EngineGuard;
import dev.scripta.adapters.speech.guard.GuardSettings;
import dev.scripta.adapters.speech.guard.GuardedRecogniser;
import dev.scripta.adapters.speech.openai.OpenAiRecogniser;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.tck.server.Dialect;
import dev.scripta.core.tck.server.ScriptedAnswer;
import dev.scripta.core.tck.server.ScriptedServer;
import dev.scripta.core.tck.server.TranscriptionService;
import dev.scripta.core.tck.server.Trouble;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong at a server, as the guard and the journal hear of it, and how often the server was asked. */
final class TroubleIT {

    private static final Duration STATED = Duration.ofSeconds(7);
    private static final Duration LONG = Duration.ofSeconds(30);
    /** Of an answer that does not come: all was sent by then, though the machine stalls, or nothing was billed. */
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = GuardSettings.defaults().attempts();
    private static final String OK = "{\"text\":\"hello\"}";

    private final UnhurriedTicker ticker = new UnhurriedTicker();

    private static final String EXPECTED = """
            TROUBLE            | OPENAI   | GROQ     | SPEACHES | VLLM     | VLLM_FLAT | LOCALAI  | WHISPER_CPP
            TOO_LARGE          | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            TOO_LONG           | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            UNSUPPORTED_FORMAT | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            INVALID_PARAMETER  | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            RATE_LIMITED       | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            QUOTA_EXCEEDED     | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            BAD_KEY            | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            FORBIDDEN          | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            UNKNOWN_PATH       | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            UNKNOWN_MODEL      | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            INTERNAL           | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            BAD_GATEWAY        | UNKNOWN  | UNKNOWN  | UNKNOWN  | UNKNOWN  | UNKNOWN   | UNKNOWN  | UNKNOWN
            UNAVAILABLE        | LATER    | LATER    | LATER    | LATER    | LATER     | LATER    | LATER
            GATEWAY_TIMEOUT    | UNKNOWN  | UNKNOWN  | UNKNOWN  | UNKNOWN  | UNKNOWN   | UNKNOWN  | UNKNOWN
            """;

    @ParameterizedTest
    @MethodSource("expected")
    void every_trouble_is_understood_in_every_dialect(Trouble trouble, Dialect dialect, Verdict verdict)
            throws Exception {
        try (ScriptedServer server = ScriptedServer.always(dialect.trouble(trouble))) {
            ScriptaException failure = failureAt(server.url(), LONG);
            assertEquals(verdict, Verdict.of(failure), failure::toString);
            // Only a server that makes no times is asked once more, for text alone.
            boolean asksForLess = trouble == Trouble.INVALID_PARAMETER && server.requests()
                    .stream()
                    .map(request -> request.field("response_format").orElseThrow())
                    .toList()
                    .equals(List.of("verbose_json", "json"));
            assertEquals(asksForLess ? 2 : 1, server.count(), "no blind repetitions");
            assertEquals(List.of(), ticker.pauses);
        }
    }

    static Stream<Arguments> expected() {
        List<List<String>> rows = EXPECTED.lines().map(row -> List.of(row.strip().split(" *\\| *", -1))).toList();
        List<String> dialects = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(1, row.size())
                        .mapToObj(i -> Arguments.of(Trouble.valueOf(row.getFirst()), Dialect.valueOf(dialects.get(i)),
                                Verdict.valueOf(row.get(i)))));
    }

    @Test
    void table_is_whole() {
        assertEquals((long) Trouble.values().length * Dialect.values().length, expected().count());
    }

    @ParameterizedTest
    @EnumSource
    void stated_times_are_kept(Dialect dialect) throws Exception {
        ScriptedAnswer busy = dialect.trouble(RATE_LIMITED).with("Retry-After", String.valueOf(STATED.toSeconds()));
        try (ScriptedServer server = ScriptedServer
                .answering(TranscriptionService.of(dialect, new Ear()).withKey(Recogniser.KEY))
                .first(busy)) {
            assertEquals(Ear.WORDS, recognise(server.url(), LONG));
            assertEquals(2, server.count());
            assertEquals(1, ticker.pauses.size());
            assertTrue(ticker.pauses.getFirst().compareTo(STATED) >= 0, ticker.pauses::toString);
        }
    }

    @Test
    void servers_that_stay_busy_are_asked_no_more_than_agreed() {
        for (Trouble trouble : List.of(RATE_LIMITED, UNAVAILABLE)) {
            try (ScriptedServer server =
                    ScriptedServer.always(Dialect.OPENAI.trouble(trouble).with("Retry-After", "7"))) {
                ScriptaException failure = failureAt(server.url(), LONG);
                assertEquals(Verdict.AGAIN, Verdict.of(failure));
                assertEquals(Optional.of(STATED), failure.retryAfter());
                assertEquals(ATTEMPTS, server.count());
            }
        }
    }

    @Test
    void servers_that_want_more_time_than_there_is_are_not_asked_again() {
        try (ScriptedServer server =
                ScriptedServer.always(Dialect.OPENAI.trouble(RATE_LIMITED).with("Retry-After", "3600"))) {
            assertEquals(Verdict.AGAIN, Verdict.of(failureAt(server.url(), LONG)));
            assertEquals(1, server.count());
        }
    }

    @Test
    void where_nobody_listens_nothing_was_sent_and_it_is_tried_again() {
        ScriptaException failure = failureAt(ScriptedServer.refusing(), LONG);
        assertEquals(Verdict.AGAIN, Verdict.of(failure));
        assertEquals(Optional.of(Duration.ZERO), failure.retryAfter());
        assertEquals(ATTEMPTS - 1, ticker.pauses.size());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void broken_answers_leave_the_outcome_unknown(ScriptedAnswer answer) {
        try (ScriptedServer server = ScriptedServer.always(answer)) {
            assertEquals(Verdict.UNKNOWN, Verdict.of(failureAt(server.url(), SHORT)));
            assertEquals(1, server.count(), "it may have been billed");
        }
    }

    static List<ScriptedAnswer> broken() {
        ScriptedAnswer answer = ScriptedAnswer.json(200, OK);
        return List.of(answer.hungUp(), answer.cutAfter(0), answer.cutAfter(5), answer.cutAfter(OK.length()),
                ScriptedAnswer.never(), answer.after(LONG), answer.dripping(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void lies_are_failures_that_are_known(ScriptedAnswer lie) {
        try (ScriptedServer server = ScriptedServer.always(lie)) {
            assertEquals(Verdict.HOPELESS, Verdict.of(failureAt(server.url(), LONG)));
            assertEquals(1, server.count());
        }
    }

    static List<ScriptedAnswer> lies() {
        return List.of(ScriptedAnswer.html(200, "<html><body>Welcome</body></html>"), ScriptedAnswer.empty(200),
                ScriptedAnswer.json(200, ""), ScriptedAnswer.json(200, "[]"), ScriptedAnswer.json(200, "{}"),
                ScriptedAnswer.json(200, "null"), ScriptedAnswer.json(200, "{\"text\":\"cut"),
                ScriptedAnswer.json(200, "{\"error\":{\"message\":\"Internal\",\"code\":500}}"),
                ScriptedAnswer.json(200, "{\"object\":\"error\",\"message\":\"Internal\",\"code\":400}"),
                ScriptedAnswer.json(200, "{\"detail\":\"Not Found\"}"));
    }

    @Test
    void a_wrong_type_is_no_lie_about_the_words() throws Exception {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.html(200, OK))) {
            assertEquals("hello", recognise(server.url(), LONG));
        }
    }

    @Test
    void slow_answers_are_waited_for() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.always(ScriptedAnswer.json(200, OK).dripping(Duration.ofMillis(5)))) {
            assertEquals("hello", recognise(server.url(), LONG));
        }
    }

    @Test
    void settings_that_an_operator_can_mend_are_named() {
        try (ScriptedServer server = ScriptedServer.always(Dialect.OPENAI.trouble(BAD_KEY))
                .first(Dialect.OPENAI.trouble(Trouble.UNKNOWN_MODEL), Dialect.OPENAI.trouble(Trouble.QUOTA_EXCEEDED))) {
            assertTrue(failureAt(server.url(), LONG).detail().contains("SCRIPTA_SPEECH_OPENAI_MODEL"));
            assertTrue(failureAt(server.url(), LONG).detail().contains("SCRIPTA_SPEECH_OPENAI_KEY"));
            assertTrue(failureAt(server.url(), LONG).detail().contains("SCRIPTA_SPEECH_OPENAI_KEY"));
        }
    }

    @Test
    void keys_that_servers_repeat_are_told_nowhere() {
        try (ScriptedServer server = ScriptedServer.answering(request -> ScriptedAnswer.json(401,
                "{\"error\":{\"message\":\"Incorrect: " + request.header("Authorization").orElseThrow() + "\"}}"))) {
            StringWriter told = new StringWriter();
            failureAt(server.url(), LONG).printStackTrace(new PrintWriter(told));
            assertTrue(told.toString().contains("Incorrect"), "the server's words are in the cause");
            assertFalse(told.toString().contains(Recogniser.KEY));
        }
    }

    private ScriptaException failureAt(URI url, Duration timeout) {
        return assertThrows(ScriptaException.class, () -> recognise(url, timeout));
    }

    private String recognise(URI url, Duration timeout) throws InterruptedException {
        EngineGuard guard = EngineGuard.ofTranscription(GuardSettings.defaults(), ticker, new SecureRandom());
        try (OpenAiRecogniser recogniser = Recogniser.of(url, "whisper-1", timeout)) {
            Clip clip = new Clip(Audio.file("please-send-me.wav"), AudioFormat.WAV, Duration.ofMillis(2_350));
            return new GuardedRecogniser(recogniser, guard)
                    .recognise(new ClipRequest(clip, Optional.empty(), Duration.ofMinutes(2)))
                    .text();
        }
    }
}
