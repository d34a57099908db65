package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenAiChatSettingsTest {

    @ParameterizedTest
    @CsvSource({"http://h:1,http://h:1/v1", "http://h:1/,http://h:1/v1", "http://h:1/v1,http://h:1/v1",
            "http://h:1/v1/,http://h:1/v1", "https://h/openai,https://h/openai/v1",
            "https://h/openai/v1,https://h/openai/v1", "https://h/v1beta/openai/,https://h/v1beta/openai",
            "https://h/v1/chat/completions,https://h/v1", "https://h/chat/completions/,https://h",
            "https://h/vllm,https://h/vllm/v1"})
    void the_version_is_added_where_it_is_missing(String given, String base) {
        assertEquals(base, settings(given).base());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h:1", "/v1", "ftp://h", "http:///v1", "http://user:pass@h", "http://h?key=1",
            "http://h#x"})
    void other_urls_are_refused(String url) {
        assertThrows(IllegalArgumentException.class, () -> settings(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\n", "schl\u00fcssel"})
    void keys_that_no_header_carries_are_refused(String key) {
        URI url = URI.create("http://h");
        assertThrows(IllegalArgumentException.class, () -> new OpenAiChatSettings(url, Optional.of(key), "m"));
    }

    @Test
    void other_faults_are_refused() {
        URI url = URI.create("http://h");
        assertThrows(IllegalArgumentException.class, () -> new OpenAiChatSettings(url, Optional.empty(), " "));
        assertThrows(IllegalArgumentException.class,
                () -> new OpenAiChatSettings(url, Optional.empty(), "m", Duration.ZERO));
        LanguageModelSettings usual = LanguageModelSettings.of("x");
        assertThrows(IllegalArgumentException.class, () -> LanguageModelSettings.of(" "));
        assertThrows(IllegalArgumentException.class, () -> usual.withCharacters(999));
        assertThrows(IllegalArgumentException.class, () -> usual.withDeadline(Duration.ZERO));
        assertThrows(IllegalArgumentException.class,
                () -> new LanguageModelSettings("x", 1_000, OptionalInt.of(0), Duration.ofSeconds(1)));
    }

    @Test
    void the_key_is_not_told() {
        assertFalse(new OpenAiChatSettings(URI.create("http://h"), Optional.of("sk-4711"), "m").toString()
                .contains("4711"));
    }

    private static OpenAiChatSettings settings(String url) {
        return new OpenAiChatSettings(URI.create(url), Optional.empty(), "m");
    }
}
