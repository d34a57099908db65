package dev.scripta.adapters.speech.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguagesTest {

    private final Languages languages = new Languages();

    @ParameterizedTest
    @CsvSource({"english, en", "English, en", " german , de", "haitian creole, ht", "Cantonese, yue", "javanese, jv",
            "jw, jv", "castilian, es", "en, en", "EN, en", "pt_BR, pt-BR", "zh-hans-cn, zh-Hans-CN", "haw, haw",
            "no, no"})
    void names_and_codes_become_tags(String said, String tag) {
        assertEquals(Optional.of(tag), languages.tag(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "auto", "unknown", "und", "klingon", "x", "en/us", "12", "e n"})
    void what_is_no_language_is_none(String said) {
        assertEquals(Optional.empty(), languages.tag(said));
    }
}
