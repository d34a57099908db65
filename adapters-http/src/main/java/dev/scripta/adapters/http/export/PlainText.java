package dev.scripta.adapters.http.export;

import java.util.stream.Collectors;

/** Writes papers as plain text. */
final class PlainText {

    private static final int INDENT = 2;

    private PlainText() {}

    static String of(Paper paper) {
        String title = Lines.joined(paper.title());
        return title + "\n" + "=".repeat(title.codePointCount(0, title.length())) + "\n\n"
                + paper.blocks().stream().map(PlainText::of).collect(Collectors.joining());
    }

    private static String of(Block block) {
        return switch (block.kind()) {
            case HEADING -> {
                String text = Lines.joined(block.text());
                yield "\n" + text + "\n" + "-".repeat(text.codePointCount(0, text.length())) + "\n";
            }
            case PROSE -> lines("", "", block.text());
            case FIELD -> lines(Lines.joined(block.label()) + ": ", " ".repeat(INDENT * block.depth()), block.text());
            case ITEM -> lines("- ", " ".repeat(INDENT * block.depth()), block.text());
        };
    }

    /** Further lines stand below the first one. */
    private static String lines(String mark, String indent, String text) {
        String below = "\n" + indent + (mark.isEmpty() ? "" : " ".repeat(INDENT));
        return (indent + mark + String.join(below, Lines.of(text))).stripTrailing() + "\n";
    }
}
