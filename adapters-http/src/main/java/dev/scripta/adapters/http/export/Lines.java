package dev.scripta.adapters.http.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text of any origin as lines that can be shown: control characters move no cursor and end no file early. */
final class Lines {

    private static final Pattern END = Pattern.compile("\\R");

    /** U+0009 is handled before; NUL the model does not admit. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** Would put text in another order than its letters have: who reads a document must see what was said. */
    private static final Pattern OVERRIDE = Pattern.compile("[\u061C\u202A-\u202E\u2066-\u2069\uFEFF]");

    private Lines() {}

    /** The lines of the text, of blank ones never two in a row, none at the ends. */
    static List<String> of(String text) {
        return END.splitAsStream(text.strip())
                .map(Lines::clean)
                .collect(ArrayList::new, Lines::append, List::addAll);
    }

    /** The text on one line. */
    static String joined(String text) {
        return String.join(" ", of(text));
    }

    private static void append(List<String> lines, String line) {
        if (!line.isBlank() || (!lines.isEmpty() && !lines.getLast().isBlank())) {
            lines.add(line);
        }
    }

    private static String clean(String line) {
        String ordered = OVERRIDE.matcher(line.replace("\t", "    ")).replaceAll("");
        return CONTROL.matcher(ordered).replaceAll("\uFFFD").stripTrailing();
    }
}
