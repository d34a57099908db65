package dev.scripta.adapters.http.recording;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a client would like (RFC 7240). A preference that is not known, or is malformed, is as good as none, and so is how
 * long the client says it would wait.
 *
 * @param respondAsync whether it would rather be told where the result will be than wait for it (section 4.1)
 */
public record Prefer(boolean respondAsync) {

    /** Names those preferences that the answer honours (section 3). */
    public static final HeaderName APPLIED = HeaderNames.create("Preference-Applied");

    /** The one preference that is known. */
    public static final String RESPOND_ASYNC = "respond-async";

    private static final HeaderName PREFER = HeaderNames.create("Prefer");

    /** Those of a request. */
    public static Prefer of(Headers request) {
        return parse(request.all(PREFER, List::of));
    }

    /** Several lines are as good as one; of a preference that is told twice, the first counts (section 2). */
    static Prefer parse(List<String> lines) {
        return new Prefer(lines.stream()
                .flatMap(line -> parts(line, ',').stream())
                .map(preference -> parts(parts(preference, ';').getFirst(), '='))
                .filter(parts -> parts.getFirst().strip().toLowerCase(Locale.ROOT).equals(RESPOND_ASYNC))
                .findFirst()
                .filter(Prefer::hasNoValue)
                .isPresent());
    }

    /** An empty value is none (section 2). */
    private static boolean hasNoValue(List<String> parts) {
        return parts.stream().skip(1).allMatch(value -> value.isBlank() || value.strip().equals("\"\""));
    }

    /** What stands between the separators that are not in quotes. */
    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
