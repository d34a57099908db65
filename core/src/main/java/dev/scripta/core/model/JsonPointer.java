package dev.scripta.core.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names one value within a JSON document, as RFC 6901 has it: {@code /patient/name}, {@code /items/0}; the empty text names
 * the whole document.
 *
 * @param text as written: empty, or beginning with a slash
 */
public record JsonPointer(String text) {

    private static final Pattern STRAY_TILDE = Pattern.compile("~(?![01])");
    /** Section 4: no leading zeros. Nine digits are beyond any array. */
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** Checks the syntax of RFC 6901, section 3. */
    public JsonPointer {
        Objects.requireNonNull(text, "text");
        if (!text.isEmpty() && text.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON Pointer is empty or begins with /");
        }
        if (STRAY_TILDE.matcher(text).find()) {
            throw new IllegalArgumentException("in a JSON Pointer, ~ stands for itself as ~0 and for / as ~1");
        }
    }

    /** The value it names in this document, if there is one. */
    public Optional<JsonValue> in(JsonValue document) {
        Optional<JsonValue> found = Optional.of(document);
        for (String token : tokens()) {
            found = found.flatMap(value -> child(value, token));
        }
        return found;
    }

    private List<String> tokens() {
        return Stream.of(text.split("/", -1)).skip(1).map(JsonPointer::unescaped).toList();
    }

    /** Section 4: first ~1, then ~0, so that ~01 becomes ~1 and not a slash. */
    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    private static Optional<JsonValue> child(JsonValue value, String token) {
        if (value instanceof JsonObject object) {
            return object.get(token);
        }
        if (value instanceof JsonArray array && INDEX.matcher(token).matches()) {
            int index = Integer.parseInt(token);
            return index < array.elements().size() ? Optional.of(array.elements().get(index)) : Optional.empty();
        }
        return Optional.empty();
    }
}
