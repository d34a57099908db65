package dev.scripta.adapters.http.openapi;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A path with variables, as in {@code /conversations/{id}.{format}}.
 *
 * @param text as the description has it
 */
record PathTemplate(String text) implements Comparable<PathTemplate> {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** Whether this path, still percent-encoded, is one of them. A variable is never empty and holds no slash. */
    boolean matches(String path) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (MatchResult variable : VARIABLE.matcher(text).results().toList()) {
            pattern.append(Pattern.quote(text.substring(from, variable.start()))).append("[^/]+");
            from = variable.end();
        }
        return path.matches(pattern.append(Pattern.quote(text.substring(from))).toString());
    }

    /** Those come first that leave less open: of two that match, the first is meant (OpenAPI 3.1, paths object). */
    @Override
    public int compareTo(PathTemplate other) {
        int open = Integer.compare(other.literals(), literals());
        return open != 0 ? open : text.compareTo(other.text);
    }

    private int literals() {
        return VARIABLE.matcher(text).replaceAll("").length();
    }
}
