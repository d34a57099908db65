package dev.scripta.adapters.speech.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"error\":{\"message\":\"No.\",\"type\":\"T\",\"param\":null,\"code\":\"C\"}} | No. | c t",
            "{\"error\":{\"message\":\"No.\",\"type\":null,\"code\":400}} | No. | `400 `",
            "{\"error\":\"failed to read audio data\"} | failed to read audio data | ` `",
            "{\"detail\":\"Model not found\"} | Model not found | ` `",
            "{\"detail\":[{\"loc\":[\"body\",\"response_format\"],\"msg\":\"bad\",\"type\":\"v\",\"input\":\"spoken\"},{\"msg\":\"worse\"}]} | bad (body.response_format); worse | ` `",
            "{\"object\":\"error\",\"message\":\"flat\",\"type\":\"BadRequestError\",\"code\":400} | flat | 400 badrequesterror",
            "[{\"error\":{\"code\":429,\"message\":\"listed\"}}] | listed | `429 `",
            "Invalid request | Invalid request | ``",
            "<html><h1>502</h1></html> | <html><h1>502</h1></html> | ``", "{\"error\": | {\"error\": | ``",
            "{\"other\":\"spoken\"} | `` | ` `", "{} | `` | ` `"})
    void every_dialect_is_read(String body, String words, String code) {
        assertEquals(new ServerError(code, words), ServerError.of(body, List.of()));
    }

    @Test
    void secrets_are_taken_out_before_the_text_is_shortened() {
        String body = "x".repeat(495) + " sk-secret and more";
        String words = ServerError.of(body, List.of("sk-secret", "more")).words();
        assertEquals(500, words.length());
        assertFalse(words.contains("sk"), words);
        assertEquals("*** and ***", ServerError.of("sk-secret and more", List.of("sk-secret", "more")).words());
    }

    @Test
    void texts_become_one_line() {
        assertEquals("a b c", ServerError.of(" a\r\n\tb\u0000\u001bc ", List.of()).words());
    }

    @Test
    void it_tells_what_it_says_by_code_and_words() {
        ServerError error = ServerError.of("{\"error\":{\"message\":\"Too LONG\",\"code\":\"Insufficient_Quota\"}}",
                List.of());
        assertTrue(error.says("nothing", "insufficient_quota"));
        assertTrue(error.says("too long"));
        assertFalse(error.says("too short"));
    }
}
