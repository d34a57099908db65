package dev.scripta.adapters.speech.llm;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Divides text at the ends of sentences and lines. Joined again, the parts are the text: nothing is left out. */
final class Parts {

    private final int limit;
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();

    private Parts(int limit) {
        this.limit = limit;
    }

    /**
     * The parts, in order, none longer than the limit.
     *
     * @param limit in UTF-16 units, 2 or more
     */
    static List<String> of(String text, int limit) {
        return text.length() <= limit ? List.of(text) : new Parts(limit).divide(text);
    }

    private List<String> divide(String text) {
        for (String line : text.splitWithDelimiters("\n", 0)) {
            BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
            ends.setText(line);
            int start = ends.first();
            for (int end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
                add(line.substring(start, end));
            }
        }
        parts.add(part.toString());
        return List.copyOf(parts);
    }

    private void add(String sentence) {
        String rest = sentence;
        while (rest.length() > limit) {
            int end = boundary(rest);
            append(rest.substring(0, end));
            rest = rest.substring(end);
        }
        append(rest);
    }

    private void append(String piece) {
        if (part.length() + piece.length() > limit) {
            parts.add(part.toString());
            part.setLength(0);
        }
        part.append(piece);
    }

    /** Within an endless sentence: after the last blank, or at least not within a character. */
    private int boundary(String text) {
        int blank = text.lastIndexOf(' ', limit - 1);
        if (blank > limit / 2) {
            return blank + 1;
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}
