package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which key a person is told who set one to something wrong. */
final class SpeechSettingsTest {

    @ParameterizedTest
    @CsvSource({"whisper, whisper.language, german", "whisper, whisper.workers, 65", "whisper, whisper.threads, 257",
            "whisper, whisper.workers, 0", "whisper, whisper.sha256, 12", "openai, openai.duration, PT1S",
            "openai, openai.bytes, 1", "openai, openai.formats, midi", "openai, openai.task, sing",
            "openai, openai.url, https://me:secret@host", "openai, openai.parallel, 0", "openai, openai.timeout, PT0S"})
    void the_wrong_key_is_named(String engine, String key, String value) {
        assertNamed(engine, "scripta.speech." + key, value);
    }

    @Test
    void texts_that_no_engine_takes_are_named() {
        assertNamed("openai", "scripta.speech.openai.model", "x".repeat(91));
        assertNamed("openai", "scripta.speech.openai.language", "e\u0007n");
    }

    @Test
    void all_settings_of_whisper_arrive() {
        var settings = (SpeechSettings.Whisper) settings(Map.of("scripta.speech.engine", "whisper",
                "scripta.speech.whisper.model", "/models/ggml.bin", "scripta.speech.whisper.language", "de",
                "scripta.speech.whisper.workers", "2", "scripta.speech.whisper.threads", "3")).engine();
        assertEquals(2, settings.settings().workers());
        assertEquals(3, settings.settings().threads());
        assertEquals("de", settings.settings().language().orElseThrow());
    }

    private static void assertNamed(String engine, String key, String value) {
        Map<String, String> set = new HashMap<>(Map.of("scripta.speech.engine", engine, "scripta.speech.openai.key",
                "k",
                "scripta.speech.whisper.model", "/models/ggml.bin"));
        set.put(key, value);
        String sentence = assertThrows(StartupException.class, () -> settings(set)).getMessage();
        assertTrue(sentence.contains("(" + key + ")"), sentence);
    }

    private static SpeechSettings settings(Map<String, String> set) {
        return SpeechSettings.from(new Keys(
                Config.just(ConfigSources.create(set), ConfigSources.classpath("application.yaml"))));
    }
}
