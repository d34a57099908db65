package dev.scripta.adapters.http.export;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes papers as CommonMark. Text is text: nothing in it becomes markup or HTML. */
final class Markdown {

    private static final int INDENT = 2;

    /** What may mean something anywhere in a line; a backslash before it takes the meaning (CommonMark 2.4). */
    private static final Pattern MARK = Pattern.compile("[\\\\`*_\\[\\]<>&#~|!$]");

    /** What means something at the beginning of a line: lists, and lines that would make the one above a heading. */
    private static final Pattern BEGINNING = Pattern.compile("^([0-9]{1,9})([.)])|^([-+=:])");

    private Markdown() {}

    static String of(Paper paper) {
        return "# " + line(Lines.joined(paper.title())) + "\n\n"
                + paper.blocks().stream().map(Markdown::of).collect(Collectors.joining());
    }

    private static String of(Block block) {
        String indent = " ".repeat(INDENT * block.depth());
        return switch (block.kind()) {
            case HEADING -> "\n" + "#".repeat(block.depth()) + " " + line(Lines.joined(block.text())) + "\n\n";
            case PROSE -> lines("", block.text()) + "\n";
            case FIELD -> (indent + "- **" + line(Lines.joined(block.label())) + ":** "
                    + lines(indent + " ".repeat(INDENT), block.text())).stripTrailing() + "\n";
            case ITEM -> indent + "- " + lines(indent + " ".repeat(INDENT), block.text()) + "\n";
        };
    }

    /** Each line stays one (a backslash at its end), except where a blank one ends a paragraph. */
    private static String lines(String indent, String text) {
        return Lines.of(text)
                .stream()
                .map(Markdown::line)
                .collect(Collectors.joining("\\\n" + indent))
                .replace("\\\n" + indent + "\\\n" + indent, "\n\n" + indent);
    }

    private static String line(String line) {
        String marked = MARK.matcher(line.strip()).replaceAll("\\\\$0");
        return BEGINNING.matcher(marked).replaceFirst("$1\\\\$2$3");
    }
}
