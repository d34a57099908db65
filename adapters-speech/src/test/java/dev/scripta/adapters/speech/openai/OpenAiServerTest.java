package dev.scripta.adapters.speech.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenAiServerTest {

    private static final String KEY = "sk-secret-of-mine";

    @ParameterizedTest
    @CsvSource({"https://api.openai.com, https://api.openai.com/v1/audio/transcriptions",
            "https://api.openai.com/, https://api.openai.com/v1/audio/transcriptions",
            "https://api.openai.com/v1, https://api.openai.com/v1/audio/transcriptions",
            "https://api.openai.com/v1/, https://api.openai.com/v1/audio/transcriptions",
            "HTTPS://api.openai.com/v1//, HTTPS://api.openai.com/v1/audio/transcriptions",
            "https://api.openai.com/v1/audio/transcriptions, https://api.openai.com/v1/audio/transcriptions",
            "https://api.openai.com/v1/audio/translations/, https://api.openai.com/v1/audio/transcriptions",
            "https://api.groq.com/openai, https://api.groq.com/openai/v1/audio/transcriptions",
            "https://api.groq.com/openai/v1, https://api.groq.com/openai/v1/audio/transcriptions",
            "http://[::1]:8000/a%20b/v2, http://[::1]:8000/a%20b/v2/audio/transcriptions",
            "http://127.0.0.1:8080/inference, http://127.0.0.1:8080/inference",
            "http://127.0.0.1:8080/my/inference/, http://127.0.0.1:8080/my/inference"})
    void the_endpoint_is_found_however_the_address_is_given(String url, String endpoint) {
        OpenAiServer server = new OpenAiServer(URI.create(url), Optional.empty());
        assertEquals(endpoint, server.endpoint(OpenAiTask.TRANSCRIBE).toString());
        assertEquals(endpoint.replace("transcriptions", "translations"),
                server.endpoint(OpenAiTask.TRANSLATE).toString());
        assertEquals(endpoint.endsWith("/inference"), server.isWhisperCpp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/v1", "/v1", "host:8000", "http:///v1", "mailto:a@b", "https://me:pw@host/v1",
            "https://me@host", "https://host/v1?a=b", "https://host/v1#a", "https://host_name/v1"})
    void other_addresses_are_refused_without_being_repeated(String url) {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new OpenAiServer(URI.create(url), Optional.of(KEY))).getMessage();
        assertFalse(message.contains("pw") || message.contains(KEY), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sk\nX-Evil: 1", "sk a", "sk\u0000", "schl\u00fcssel", "sk\u007f"})
    void keys_that_no_header_can_carry_are_refused_without_being_repeated(String key) {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new OpenAiServer(URI.create("https://host"), Optional.of(key))).getMessage();
        assertEquals("the key must be of visible ASCII characters, without spaces", message);
    }

    @Test
    void the_key_is_not_printed() {
        OpenAiServer server = new OpenAiServer(URI.create("https://host"), Optional.of(KEY));
        assertEquals("OpenAiServer[https://host, with a key]", server.toString());
        assertFalse(OpenAiSettings.of(server, "whisper-1").toString().contains(KEY));
    }
}
