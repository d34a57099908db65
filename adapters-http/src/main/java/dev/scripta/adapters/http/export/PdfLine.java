package dev.scripta.adapters.http.export;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;

/**
 * A stretch of text for one cell of a page.
 *
 * @param text only what has a picture
 * @param rightToLeft how the line as a whole runs: as its first letter does (Unicode Annex 9, P2 and P3)
 */
record PdfLine(String text, boolean rightToLeft) {

    /** A page or less: longer cells take disproportionately long to break. */
    private static final int LONGEST = 2000;

    /** The lines of a text. One that is too long becomes several, at a blank where there is one, and all run alike. */
    static List<PdfLine> of(String text, PdfFont font) {
        List<PdfLine> lines = new ArrayList<>();
        for (String line : Lines.of(text)) {
            String shown = shown(line, font);
            boolean rightToLeft = isRightToLeft(shown);
            int from = 0;
            do {
                int end = end(shown, from);
                lines.add(new PdfLine(shown.substring(from, end), rightToLeft));
                from = end;
            } while (from < shown.length());
        }
        return lines;
    }

    private static String shown(String line, PdfFont font) {
        StringBuilder shown = new StringBuilder(line.length());
        PrimitiveIterator.OfInt codePoints = line.codePoints().iterator();
        while (codePoints.hasNext()) {
            int codePoint = codePoints.nextInt();
            if (font.has(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else {
                shown.append(PdfFont.BOX);
            }
        }
        return shown.toString();
    }

    private static boolean isRightToLeft(String line) {
        return !new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    private static int end(String line, int from) {
        if (line.length() - from <= LONGEST) {
            return line.length();
        }
        int blank = line.lastIndexOf(' ', from + LONGEST);
        int end = blank > from ? blank + 1 : from + LONGEST;
        return end < line.length() && Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end;
    }

    /** Prints no text: it may be what somebody said. */
    @Override
    public String toString() {
        return "PdfLine[" + text.length() + " characters]";
    }
}
