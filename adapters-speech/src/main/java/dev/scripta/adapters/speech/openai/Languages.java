package dev.scripta.adapters.speech.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Languages as engines tell them, by Whisper's English names or by code, as BCP 47 tags. The names are those of
 * {@code whisper/tokenizer.py}. Thread-safe.
 */
final class Languages {

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");

    private final Properties codes = new Properties();

    Languages() {
        try (InputStream names = Objects.requireNonNull(Languages.class.getResourceAsStream("languages.properties"))) {
            codes.load(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tag of what an engine says; empty when it is no language. */
    Optional<String> tag(String said) {
        String name = said.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        String code = codes.getProperty(name.replace(' ', '-'), name);
        return CODE.matcher(code).matches()
                ? Optional.of(Locale.forLanguageTag(code).toLanguageTag()).filter(tag -> !tag.startsWith("und"))
                : Optional.empty();
    }
}
