package dev.scripta.adapters.speech.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.EngineLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenAiSettingsTest {

    private static final OpenAiServer SERVER = new OpenAiServer(URI.create("https://host"), Optional.empty());
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void the_limits_leave_room_for_the_form_around_the_audio() {
        EngineLimits limits = OpenAiSettings.of(SERVER, "whisper-1").limits();
        assertEquals(26_214_400 - 16_384, limits.bytes().orElseThrow());
        assertEquals(Optional.of(Duration.ofSeconds(1400)), limits.duration());
        assertEquals(Set.of("wav"), limits.formats());
        assertEquals(100_000 - 16_384 - 6, settings("m", "en", Optional.of("Größe"), "wav", 100_000, LONG, LONG)
                .limits()
                .bytes()
                .orElseThrow() + 1, "a prompt counts in bytes");
    }

    @Test
    void clips_of_ours_are_always_taken() {
        assertEquals(Set.of("mp3", "wav"), settings("m", "en", Optional.empty(), "mp3", 100_000, LONG, LONG).formats());
    }

    @ParameterizedTest
    @CsvSource({"whisper-1, true", "Systran/faster-whisper-large-v3, true", "gpt-4o-transcribe, false",
            "gpt-4o-mini-transcribe-2025-12-15, false", "gpt-transcribe, false", "openai/gpt-4o-transcribe, false"})
    void the_model_tells_whether_there_are_times(String model, boolean times) {
        assertEquals(times, OpenAiSettings.of(SERVER, model).limits().timestamps());
    }

    @Test
    void what_cannot_be_sent_is_refused_at_birth() {
        Optional<String> none = Optional.empty();
        assertRefused("the model must", () -> settings(" ", "en", none, "wav", 100_000, LONG, LONG));
        assertRefused("the model must", () -> settings("m".repeat(91), "en", none, "wav", 100_000, LONG, LONG));
        assertRefused("the model must", () -> settings("m\r\n", "en", none, "wav", 100_000, LONG, LONG));
        assertRefused("the language must", () -> settings("m", "", none, "wav", 100_000, LONG, LONG));
        assertRefused("the language must", () -> settings("m", "e\nn", none, "wav", 100_000, LONG, LONG));
        assertRefused("the formats must", () -> settings("m", "en", none, "wma", 100_000, LONG, LONG));
        assertRefused("the bytes must", () -> settings("m", "en", none, "wav", 32_767, LONG, LONG));
        assertRefused("the duration must", () -> settings("m", "en", none, "wav", 32_768, Duration.ZERO, LONG));
        assertRefused("the timeout must", () -> settings("m", "en", none, "wav", 32_768, LONG, Duration.ZERO));
    }

    private static OpenAiSettings settings(String model, String language, Optional<String> prompt, String format,
            long bytes, Duration duration, Duration timeout) {
        return new OpenAiSettings(SERVER, model, OpenAiTask.TRANSCRIBE, Optional.of(language), prompt, false,
                Set.of(format), bytes, duration, timeout);
    }

    private static void assertRefused(String beginning, Runnable birth) {
        String message = assertThrows(IllegalArgumentException.class, birth::run).getMessage();
        assertTrue(message.startsWith(beginning), message);
    }
}
