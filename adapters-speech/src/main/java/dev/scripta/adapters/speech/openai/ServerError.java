package dev.scripta.adapters.speech.openai;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a server says went wrong: {@code error} as an object or a text, FastAPI's {@code detail} as a text or a list, a
 * flat {@code message}, a list of such, or just text or HTML.
 *
 * @param code the code and type, where there are any; lower case
 * @param words what it says, shortened, in one line
 */
record ServerError(String code, String words) {

    private static final int MAX_WORDS = 500;
    private static final List<String> WRAPPERS = List.of("error", "detail", "message", "msg");

    /**
     * Reads the body of an error.
     *
     * @param secrets what must not be seen in it
     */
    static ServerError of(String body, List<String> secrets) {
        Optional<JsonValue> json = Fields.structure(body).map(JsonValue.class::cast);
        // Of other JSON nothing is told: servers quote requests.
        String words = json.map(ServerError::words).orElse(body);
        for (String secret : secrets) {
            words = words.replace(secret, "***");
        }
        return new ServerError(json.flatMap(ServerError::code).orElse("").toLowerCase(Locale.ROOT), oneLine(words));
    }

    /** Whether it says any of these, given in lower case. */
    boolean says(String... any) {
        String lower = code + " " + words.toLowerCase(Locale.ROOT);
        return List.of(any).stream().anyMatch(lower::contains);
    }

    private static String words(JsonValue value) {
        if (value instanceof JsonArray list) {
            return list.stream().map(ServerError::words).collect(Collectors.joining("; "));
        }
        if (value instanceof JsonObject object) {
            Fields fields = new Fields(object);
            return WRAPPERS.stream()
                    .flatMap(name -> fields.value(name).stream())
                    .findFirst()
                    .map(said -> words(said) + place(fields))
                    .orElse("");
        }
        return Fields.text(value).orElse("");
    }

    /** FastAPI tells only here which field it means. */
    private static String place(Fields fields) {
        return fields.value("loc")
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .map(loc -> loc.stream()
                        .flatMap(step -> Fields.text(step).stream())
                        .collect(Collectors.joining(".", " (", ")")))
                .orElse("");
    }

    private static Optional<String> code(JsonValue value) {
        if (value instanceof JsonArray list) {
            return list.stream().flatMap(element -> code(element).stream()).findFirst();
        }
        return Fields.of(value)
                .flatMap(fields -> fields.fields("error").or(() -> Optional.of(fields)))
                .map(error -> error.text("code").orElse("") + " " + error.text("type").orElse(""));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(MAX_WORDS, line.length()));
    }
}
