package dev.scripta.adapters.speech.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.clip.Clip;
import dev.scripta.adapters.speech.clip.ClipRequest;
import dev.scripta.adapters.speech.clip.Recognition;
import dev.scripta.adapters.speech.guard.EngineGuard;
import dev.scripta.adapters.speech.guard.GuardSettings;
import dev.scripta.adapters.speech.guard.GuardedRecogniser;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.tck.server.ReceivedFile;
import dev.scripta.core.tck.server.ScriptedAnswer;
import dev.scripta.core.tck.server.ScriptedRequest;
import dev.scripta.core.tck.server.ScriptedServer;
import dev.scripta.core.usecase.Backoff;
import dev.scripta.core.usecase.SystemTicker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real requests to a server that answers what it is told. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class OpenAiRecogniserIT {

    private static final String KEY = "sk-secret-of-mine";
    private static final String WORDS = "words before ".repeat(100).strip();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Of an answer that does not come: all was sent by then, though the machine stalls, or nothing was billed. */
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final ScriptedAnswer HELLO = ScriptedAnswer.json(200, "{\"text\":\"Hello.\"}");
    private static final Optional<String> NONE = Optional.empty();

    private final ScriptedServer server = ScriptedServer.always(HELLO).keeping(1 << 20);
    private byte[] audio = {};

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        audio = new byte[300_000];
        new Random(1).nextBytes(audio);
        Files.write(folder.resolve("clip"), audio);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_transcription_is_asked_for_as_openai_documents_it() throws Exception {
        try (OpenAiRecogniser engine = engine(OpenAiTask.TRANSCRIBE, "whisper-1", Optional.of("en"), true, "/v1")) {
            assertEquals("Hello.", engine.recognise(request(AudioFormat.WAV, PATIENCE)).text());
        }
        ScriptedRequest asked = server.requests().get(0);
        assertEquals("POST", asked.method());
        assertEquals("/v1/audio/transcriptions", asked.path());
        assertEquals(List.of("whisper-1"), asked.fields("model"));
        assertEquals(List.of("en"), asked.fields("language"));
        assertEquals(List.of("verbose_json"), asked.fields("response_format"));
        assertEquals(List.of("segment", "word"), asked.fields("timestamp_granularities[]"));
        assertEquals(List.of("Names: Größe. " + WORDS.substring(WORDS.length() - 1_000)), asked.fields("prompt"));
        assertEquals(List.of(), asked.fields("temperature"));
        assertEquals(Optional.of("Bearer " + KEY), asked.header("Authorization"));
        ReceivedFile file = asked.file().orElseThrow();
        assertEquals("file", file.field());
        assertEquals(Optional.of("audio.wav"), file.name());
        assertEquals(Optional.of("audio/wav"), file.type());
        assertEquals(Sha256.of(audio), file.sha256());
    }

    @Test
    void the_length_is_told_and_nothing_is_upgraded() throws Exception {
        try (OpenAiRecogniser engine = engine("whisper-1")) {
            engine.recognise(request(AudioFormat.WAV, PATIENCE));
        }
        ScriptedRequest asked = server.requests().get(0);
        assertEquals(NONE, asked.header("Upgrade"));
        assertEquals(NONE, asked.header("HTTP2-Settings"));
        assertEquals(NONE, asked.header("Transfer-Encoding"));
        long length = Long.parseLong(asked.header("Content-Length").orElseThrow());
        assertTrue(length > audio.length && length < audio.length + 2_000, () -> length + " bytes");
    }

    @Test
    void a_translation_has_neither_language_nor_times_of_words() throws Exception {
        try (OpenAiRecogniser engine = engine(OpenAiTask.TRANSLATE, "whisper-1", Optional.of("de"), true, "")) {
            assertEquals(Optional.of("en"), engine.recognise(request(AudioFormat.MATROSKA, PATIENCE)).language());
        }
        ScriptedRequest asked = server.requests().get(0);
        assertEquals("/v1/audio/translations", asked.path());
        assertEquals(List.of(), asked.fields("language"));
        assertEquals(List.of(), asked.fields("timestamp_granularities[]"));
        assertEquals(List.of("verbose_json"), asked.fields("response_format"));
        assertEquals(Optional.of("audio.webm"), asked.file().orElseThrow().name());
        assertEquals(Optional.of("audio/webm"), asked.file().orElseThrow().type());
    }

    @Test
    void whisper_cpp_is_told_to_find_the_language_and_to_translate() throws Exception {
        try (OpenAiRecogniser engine = engine(OpenAiTask.TRANSLATE, "any", NONE, false, "/inference")) {
            engine.recognise(request(AudioFormat.WAV, PATIENCE));
        }
        ScriptedRequest asked = server.requests().get(0);
        assertEquals("/inference", asked.path());
        assertEquals(List.of("auto"), asked.fields("language"));
        assertEquals(List.of("true"), asked.fields("translate"));
        assertEquals(List.of("true"), asked.fields("no_language_probabilities"));
    }

    @Test
    void models_without_times_are_not_asked_for_them() throws Exception {
        try (OpenAiRecogniser engine = engine("gpt-4o-transcribe")) {
            engine.recognise(request(AudioFormat.WAV, PATIENCE));
        }
        assertEquals(List.of("json"), server.requests().get(0).fields("response_format"));
        assertEquals(List.of(), server.requests().get(0).fields("timestamp_granularities[]"));
    }

    @Test
    void models_that_tell_speakers_get_their_strategy_and_no_prompt() throws Exception {
        try (OpenAiRecogniser engine = engine("gpt-4o-transcribe-diarize")) {
            engine.recognise(request(AudioFormat.WAV, PATIENCE));
        }
        assertEquals(List.of("auto"), server.requests().get(0).fields("chunking_strategy"));
        assertEquals(List.of(), server.requests().get(0).fields("prompt"));
    }

    @Test
    void a_server_that_refuses_times_is_asked_without_them_from_then_on() throws Exception {
        server.first(ScriptedAnswer.json(400, "{\"error\":{\"message\":\"response_format 'verbose_json' is not "
                + "compatible with this model\",\"param\":\"response_format\",\"code\":\"unsupported_value\"}}"));
        try (OpenAiRecogniser engine = engine("whisper-x")) {
            assertEquals("Hello.", engine.recognise(request(AudioFormat.WAV, PATIENCE)).text());
            assertEquals("Hello.", engine.recognise(request(AudioFormat.WAV, PATIENCE)).text());
        }
        assertEquals(List.of("verbose_json", "json", "json"),
                server.requests().stream().flatMap(asked -> asked.field("response_format").stream()).toList());
    }

    @Test
    void a_server_that_refuses_both_ways_is_not_asked_for_ever() throws Exception {
        ScriptedAnswer refusal = ScriptedAnswer.json(400, "{\"detail\":\"unknown response_format\"}");
        server.first(refusal, refusal);
        assertEquals(Optional.empty(), failure(PATIENCE).retryAfter());
        assertEquals(2, server.count());
    }

    @Test
    void the_receipt_names_model_and_request() throws Exception {
        server.first(HELLO.with("x-request-id", "req-7"));
        try (OpenAiRecogniser engine = engine("whisper-1")) {
            Recognition read = engine.recognise(request(AudioFormat.WAV, PATIENCE));
            assertEquals("openai:whisper-1", read.call().engine());
            assertEquals(Optional.of("whisper-1"), read.call().model());
            assertEquals(Optional.of("req-7"), read.call().request());
        }
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws Exception {
        assertUnreached(ScriptedServer.refusing());
    }

    @Test
    void an_unknown_host_was_sent_nothing() throws Exception {
        assertUnreached(URI.create("http://nobody.invalid:1"));
    }

    @ParameterizedTest
    @CsvSource({"401, SCRIPTA_SPEECH_OPENAI_KEY", "403, SCRIPTA_SPEECH_OPENAI_KEY", "402, quota",
            "404, SCRIPTA_SPEECH_OPENAI_MODEL", "405, SCRIPTA_SPEECH_OPENAI_URL", "301, SCRIPTA_SPEECH_OPENAI_URL",
            "307, SCRIPTA_SPEECH_OPENAI_URL", "408, waited", "429, no more calls", "500, failed", "503, not available",
            "507, failed"})
    void what_passes_or_what_an_operator_can_mend_is_worth_a_later_retry(int status, String told) throws Exception {
        server.first(ScriptedAnswer.json(status, "{\"error\":{\"message\":\"Incorrect " + KEY + " for "
                + WORDS.substring(WORDS.length() - 1_000) + "\"}}")
                .with("Location", server.url() + "/elsewhere"));
        TranscriptionFailedException failure = failure(PATIENCE);
        assertTrue(failure.retryable());
        assertFalse(failure.outcomeUnknown());
        assertEquals(Optional.empty(), failure.retryAfter());
        assertTrue(failure.detail().contains(told), failure::detail);
        assertEquals(1, server.count(), "not repeated, not redirected");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 413, 422, 451})
    void what_settings_can_mend_waits_for_somebody_to_mend_them(int status) throws Exception {
        server.first(ScriptedAnswer.json(status, "{\"error\":\"no\"}"));
        TranscriptionFailedException failure = failure(PATIENCE);
        assertTrue(failure.retryable());
        assertEquals(Optional.empty(), failure.retryAfter());
        assertFalse(failure.outcomeUnknown());
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504, 520, 524})
    void behind_a_gateway_the_work_may_have_been_done(int status) throws Exception {
        server.first(ScriptedAnswer.html(status, "<html><h1>Bad gateway</h1></html>").with("Retry-After", "1"));
        assertUnknown(failure(PATIENCE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"400 | FORMATS | Invalid file format. Supported formats: ['flac']",
            "400 | FORMATS | The audio file could not be decoded or its format is not supported.",
            "400 | FORMATS | could not process file - is it a valid media file?",
            "400 | FORMATS | Invalid or unsupported audio file.", "415 | FORMATS | no",
            "400 | DURATION | Audio duration exceeds the limit of 600 seconds",
            "422 | FORMATS | failed to read audio data",
            "400 | DURATION | audio duration 1600 seconds is longer than 1400 seconds which is the maximum"})
    void audio_that_the_server_refuses_is_a_matter_of_settings(int status, String setting, String words)
            throws Exception {
        server.first(ScriptedAnswer.json(status, "{\"error\":{\"message\":\"" + words + "\"}}"));
        TranscriptionFailedException failure = failure(PATIENCE);
        assertTrue(failure.detail().contains("SCRIPTA_SPEECH_OPENAI_" + setting), failure::detail);
        assertEquals(Optional.empty(), failure.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_stated_time_is_handed_on(int status) throws Exception {
        server.first(ScriptedAnswer.text(status, "later").with("Retry-After", "17"));
        assertEquals(Optional.of(Duration.ofSeconds(17)), failure(PATIENCE).retryAfter());
        server.first(ScriptedAnswer.text(status, "later").with("Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT"));
        assertEquals(Optional.of(Duration.ofDays(1)), failure(PATIENCE).retryAfter());
    }

    @Test
    void a_used_up_quota_is_no_matter_of_waiting() throws Exception {
        server.first(ScriptedAnswer.json(429, "{\"error\":{\"message\":\"no\",\"code\":\"insufficient_quota\"}}")
                .with("Retry-After", "1"));
        TranscriptionFailedException failure = failure(PATIENCE);
        assertTrue(failure.detail().contains("quota"), failure::detail);
        assertTrue(failure.retryable());
        assertEquals(Optional.empty(), failure.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>sign in</html>", "", "{\"error\":{\"message\":\"no\"}}", "{\"text\":"})
    void success_that_is_no_transcript_is_a_failure_for_good(String body) throws Exception {
        server.first(ScriptedAnswer.html(200, body));
        TranscriptionFailedException failure = failure(PATIENCE);
        assertFalse(failure.retryable());
        assertFalse(failure.outcomeUnknown());
    }

    @Test
    void a_broken_answer_leaves_the_outcome_unknown() throws Exception {
        server.first(HELLO.cutAfter(5));
        assertUnknown(failure(PATIENCE));
        server.first(HELLO.hungUp());
        assertUnknown(failure(PATIENCE));
    }

    @Test
    void the_status_of_a_broken_error_counts() throws Exception {
        server.first(ScriptedAnswer.json(429, "{\"error\":").with("Retry-After", "5"));
        assertEquals(Optional.of(Duration.ofSeconds(5)), failure(PATIENCE).retryAfter());
    }

    @Test
    void an_answer_without_end_is_cut_off() throws Exception {
        server.first(ScriptedAnswer.json(200, " ".repeat((16 << 20) + 1)));
        TranscriptionFailedException failure = failure(PATIENCE);
        assertFalse(failure.retryable());
        assertFalse(failure.outcomeUnknown());
        server.first(ScriptedAnswer.json(500, " ".repeat(17 << 20)));
        assertEquals("The speech engine failed.", failure(PATIENCE).detail());
    }

    @Test
    void the_deadline_covers_the_body_too() throws Exception {
        server.first(HELLO.dripping(Duration.ofSeconds(1)));
        assertUnknown(failure(SHORT));
        server.first(ScriptedAnswer.never());
        assertUnknown(failure(SHORT));
    }

    @Test
    void an_interruption_ends_the_call() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        server.first(HELLO.heldUntil(gate));
        try (OpenAiRecogniser engine = engine("whisper-1")) {
            FutureTask<Recognition> call = new FutureTask<>(() -> engine.recognise(request(AudioFormat.WAV, PATIENCE)));
            Thread caller = Thread.ofVirtual().start(call);
            server.awaitCount(1, PATIENCE);
            caller.interrupt();
            assertEquals(InterruptedException.class,
                    assertThrows(ExecutionException.class, call::get).getCause().getClass());
        }
    }

    @Test
    void what_the_engine_asks_to_be_sent_later_is_sent_again_whole() throws Exception {
        server.first(ScriptedAnswer.text(429, "later").with("Retry-After", "0"),
                ScriptedAnswer.text(503, "later").with("Retry-After", "0"));
        GuardSettings settings = new GuardSettings(1, 3, new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)), 9,
                Duration.ofDays(1));
        try (OpenAiRecogniser engine = engine("whisper-1")) {
            GuardedRecogniser guarded = new GuardedRecogniser(engine,
                    EngineGuard.ofTranscription(settings, new SystemTicker(), new SecureRandom()));
            assertEquals("Hello.", guarded.recognise(request(AudioFormat.WAV, PATIENCE)).text());
        }
        assertEquals(3, server.count());
        assertEquals(Set.of(Sha256.of(audio)), Set.copyOf(server.requests()
                .stream()
                .map(asked -> asked.file()
                        .orElseThrow()
                        .sha256())
                .toList()));
        assertEquals(3, server.requests().stream().map(asked -> asked.header("Content-Type")).distinct().count(),
                "a fresh boundary each time");
    }

    @Test
    void a_clip_that_is_gone_is_a_failure_of_ours() throws Exception {
        Files.delete(folder.resolve("clip"));
        assertTrue(failure(PATIENCE).detail().startsWith("The recording"));
        assertEquals(0, server.count());
    }

    private OpenAiRecogniser engine(String model) {
        return engine(OpenAiTask.TRANSCRIBE, model, NONE, false, "");
    }

    private OpenAiRecogniser engine(OpenAiTask task, String model, Optional<String> language, boolean words,
            String path) {
        return engine(new OpenAiSettings(new OpenAiServer(URI.create(server.url() + path), Optional.of(KEY)), model,
                task,
                language, Optional.of("Names: Größe."), words, Set.of("wav"), OpenAiSettings.DEFAULT_BYTES, PATIENCE,
                PATIENCE));
    }

    private static OpenAiRecogniser engine(OpenAiSettings settings) {
        return new OpenAiRecogniser(settings, new SecureRandom(), new SystemTicker());
    }

    private ClipRequest request(AudioFormat format, Duration patience) {
        return new ClipRequest(new Clip(folder.resolve("clip"), format, Duration.ofSeconds(9)), Optional.of(WORDS),
                patience);
    }

    /** What a call fails with; nowhere in it is the key or what was said. */
    private TranscriptionFailedException failure(Duration patience) {
        try (OpenAiRecogniser engine = engine("whisper-1")) {
            return failure(engine, patience);
        }
    }

    private TranscriptionFailedException failure(OpenAiRecogniser engine, Duration patience) {
        TranscriptionFailedException failure = assertThrows(TranscriptionFailedException.class,
                () -> engine.recognise(request(AudioFormat.WAV, patience)));
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains(KEY) || printed.toString().contains("words before"), printed::toString);
        return failure;
    }

    private void assertUnreached(URI url) {
        try (OpenAiRecogniser engine =
                engine(OpenAiSettings.of(new OpenAiServer(url, Optional.of(KEY)), "whisper-1"))) {
            TranscriptionFailedException failure = failure(engine, PATIENCE);
            assertTrue(failure.retryable());
            assertFalse(failure.outcomeUnknown());
            assertEquals(Optional.of(Duration.ZERO), failure.retryAfter());
        }
    }

    private static void assertUnknown(ScriptaException failure) {
        assertTrue(failure.retryable());
        assertTrue(failure.outcomeUnknown(), failure::detail);
        assertEquals(Optional.empty(), failure.retryAfter());
    }
}
