package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.tck.server.Dialect;
import dev.scripta.core.tck.server.Heard;
import dev.scripta.core.tck.server.ScriptedAnswer;
import dev.scripta.core.tck.server.ScriptedServer;
import dev.scripta.core.tck.server.TranscriptionService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user sets it up: speech and analysis by servers that speak OpenAI's API, rows in PostgreSQL. */
@Timeout(300)
class RemoteEnginesIT {

    private static final Path SPEECH = RunningScripta.SAMPLES.resolve("flite-slt-01.wav");
    private static final String WORDS = "Please send me the notes.";
    private static final String KEY = "sk-of-a-test";
    private static final String REPORT = """
            {"title":"Notes of the meeting","summary":null,"topics":[],"decisions":[],
             "action_items":[{"text":"send the notes","owner":null,"due":null}],"questions":[],"mood":null}""";

    @TempDir
    Path folder;

    private final ScriptedServer speech = ScriptedServer
            .answering(TranscriptionService.of(Dialect.OPENAI, request -> heard()).withKey(KEY));
    private final ScriptedServer chat = ScriptedServer.always(Dialect.OPENAI.completion(REPORT));

    private static Heard heard() {
        Duration length = Duration.ofSeconds(4);
        return new Heard(new Transcript(WORDS, Optional.of("en"), List.of(new Segment(Duration.ZERO, length, WORDS)),
                Optional.empty()), length);
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("SCRIPTA_SPEECH_ENGINE", "openai",
                "SCRIPTA_SPEECH_OPENAI_URL", speech.url().toString(), "SCRIPTA_SPEECH_OPENAI_KEY", KEY,
                "SCRIPTA_ANALYSIS_ENGINE", "openai", "SCRIPTA_ANALYSIS_OPENAI_URL", chat.url() + "/v1",
                "SCRIPTA_ANALYSIS_OPENAI_KEY", KEY, "SCRIPTA_ANALYSIS_OPENAI_MODEL", "a-model"));
        settings.putAll(more);
        return settings;
    }

    @Test
    void a_recording_is_recognised_and_analysed_by_the_servers_that_are_set() throws Exception {
        try (speech; chat; RunningScripta scripta = RunningScripta.brief(folder, settings(Map.of()))) {
            Answer answer = scripta.upload("s1", SPEECH);
            Answer again = scripta.upload("s1", SPEECH);
            assertAll(() -> assertEquals("CREATED", answer.outcome()), () -> assertEquals("UNCHANGED", again.outcome()),
                    () -> assertEquals(WORDS, answer.transcript()),
                    () -> assertEquals("openai:whisper-1", answer.json().getString("engine")),
                    () -> assertEquals("general", answer.json().getString("template")),
                    () -> assertEquals("Notes of the meeting",
                            answer.json().getJsonObject("analysis").getString("title")),
                    () -> assertEquals(1, speech.count()), () -> assertEquals(1, chat.count()));
            String list = scripta.get("/api/user/conversations").body();
            assertTrue(list.contains("\"chief_complaint\":\"Notes of the meeting\""), list);
            String stored = scripta.get("/api/user/conversations/" + answer.json().getJsonNumber("conversation_id"))
                    .body();
            assertTrue(stored.contains("\"usage\":{\"transcription\":[{\"engine\":\"openai:whisper-1\""), stored);
            assertEquals(1, scripta.query("SELECT count(*) FROM conversation"
                    + " WHERE CAST(provenance AS jsonb) -> 'analysis' -> 0 ->> 'output_tokens' = '45'"));
            assertAll(() -> assertTrue(scripta.log().contains("whisper-1"), scripta.log()),
                    () -> assertTrue(scripta.log().contains("a-model"), scripta.log()),
                    () -> assertFalse(scripta.log().contains(KEY), scripta.log()),
                    () -> assertFalse(scripta.log().contains("notes"), scripta.log()));
        }
    }

    @Test
    void what_may_have_been_billed_is_noted_and_repeated_by_its_client_alone() throws Exception {
        speech.first(ScriptedAnswer.never());
        try (speech;
                chat;
                RunningScripta scripta = RunningScripta.brief(folder,
                        settings(Map.of("SCRIPTA_SPEECH_OPENAI_TIMEOUT", "PT8S")))) {
            HttpResponse<String> unknown = scripta.post("/api/upload-audio",
                    new FormData().text("session_id", "s1").file("audio_file", Files.readAllBytes(SPEECH)));
            assertAll(() -> assertEquals(503, unknown.statusCode()),
                    () -> assertTrue(unknown.body().contains("\"type\":\"/problems/outcome-unknown\""), unknown.body()),
                    () -> assertEquals(1, speech.count()),
                    () -> assertEquals(1, scripta.query("SELECT count(*) FROM recording_journal"
                            + " WHERE state = 'POSTPONED' AND reason = 'TRANSCRIPTION' AND outcome_unknown")),
                    () -> assertEquals(1, scripta.metric("scripta_given_up_recordings")),
                    () -> assertEquals(1,
                            scripta.metric("scripta_engine_calls_total{result=\"unknown\",stage=\"transcription\"}")));
            scripta.query("WITH rested AS (UPDATE recording_journal SET expires_at = now() RETURNING 1)"
                    + " SELECT count(*) FROM rested");
            assertAll(() -> assertEquals("CREATED", scripta.upload("s1", SPEECH).outcome()),
                    () -> assertEquals(2, speech.count()),
                    () -> assertEquals(0, scripta.metric("scripta_given_up_recordings")));
        }
    }

    private Path silence() throws IOException {
        AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
        Path file = folder.resolve("silence.wav");
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(new byte[160_000]), format, 80_000),
                AudioFileFormat.Type.WAVE, file.toFile());
        return file;
    }

    @Test
    void silence_reaches_no_engine() throws Exception {
        try (speech; chat; RunningScripta scripta = RunningScripta.brief(folder, settings(Map.of()))) {
            Answer answer = scripta.upload("s1", silence());
            assertAll(() -> assertEquals("SKIPPED", answer.outcome()), () -> assertEquals(0, speech.count()),
                    () -> assertEquals(0, chat.count()));
        }
    }
}
