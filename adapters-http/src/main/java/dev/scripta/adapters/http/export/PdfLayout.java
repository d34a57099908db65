package dev.scripta.adapters.http.export;

import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Puts blocks on the pages of one document, each line as a row of its own: only cells know both directions of writing. */
final class PdfLayout {

    private static final float[] HEADINGS = {18, 13, 11};
    private static final float TEXT = 10;
    private static final float LEADING = 1.35f;
    private static final float INDENT = 10;
    private static final float BEFORE_HEADING = 10;
    private static final float BLANK_LINE = 7;

    /** A heading stands on no page without something below it. */
    private static final float HEADING_NEEDS = 60;
    private static final float[] FIELD_COLUMNS = {40, 60};

    private final PdfFont regular;
    private final PdfFont bold;
    private final Document document;
    private final PdfWriter writer;

    PdfLayout(PdfFont regular, PdfFont bold, Document document, PdfWriter writer) {
        this.regular = regular;
        this.bold = bold;
        this.document = document;
        this.writer = writer;
    }

    void add(Block block) {
        switch (block.kind()) {
            case HEADING -> heading(block);
            case PROSE -> lines(0, "", block.text());
            case FIELD -> field(block);
            case ITEM -> lines(block.depth(), "• ", block.text());
        }
    }

    private void heading(Block block) {
        if (writer.getVerticalPosition(false) < document.bottom() + HEADING_NEEDS) {
            document.newPage();
        }
        float size = HEADINGS[Math.min(block.depth(), HEADINGS.length) - 1];
        for (PdfLine line : PdfLine.of(Lines.joined(block.text()), bold)) {
            PdfPCell cell = cell(line, bold.size(size), 0);
            cell.setPaddingTop(BEFORE_HEADING);
            row(new PdfPTable(1), cell);
        }
    }

    private void field(Block block) {
        List<PdfLine> label = PdfLine.of(Lines.joined(block.label()), bold);
        List<PdfLine> text = PdfLine.of(block.text(), regular);
        for (int i = 0; i < Math.max(label.size(), text.size()); i++) {
            row(new PdfPTable(FIELD_COLUMNS), cell(at(label, i), bold.size(TEXT), block.depth()),
                    cell(at(text, i), regular.size(TEXT), 0));
        }
    }

    private void lines(int depth, String mark, String text) {
        String before = mark;
        for (PdfLine line : PdfLine.of(text, regular)) {
            row(new PdfPTable(1), cell(new PdfLine(before + line.text(), line.rightToLeft()), regular.size(TEXT),
                    depth));
            before = "";
        }
    }

    private static PdfLine at(List<PdfLine> lines, int index) {
        return index < lines.size() ? lines.get(index) : new PdfLine("", false);
    }

    private static PdfPCell cell(PdfLine line, Font font, int depth) {
        PdfPCell cell = new PdfPCell(new Phrase(line.text(), font));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setLeading(0, LEADING);
        cell.setPadding(1);
        cell.setMinimumHeight(line.text().isBlank() ? BLANK_LINE : 0);
        cell.setRunDirection(line.rightToLeft() ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        if (line.rightToLeft()) {
            cell.setPaddingRight(1 + INDENT * depth);
        } else {
            cell.setPaddingLeft(1 + INDENT * depth);
        }
        return cell;
    }

    private void row(PdfPTable table, PdfPCell... cells) {
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        for (PdfPCell cell : cells) {
            table.addCell(cell);
        }
        document.add(table);
        if (writer.getPageNumber() > PdfDocument.MOST_PAGES) {
            throw new TooManyPagesException();
        }
    }
}
